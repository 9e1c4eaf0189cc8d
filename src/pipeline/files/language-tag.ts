import { AppError } from '../../errors.js';
import { findLanguage } from '../../text/languages/find-language.js';

/**
 * A language tag in canonical form: `spa`, `ES` and `Spanish` become `es`. Throws AppError `usage`
 * for anything but a known tag or a language's name; `where` appears in the message.
 */
export function languageTag(text: string, where: string): string {
  const found = findLanguage(text);
  if (found.tag !== undefined) return found.tag;
  const meant = found.meant === undefined ? '' : `; did you mean "${found.meant}"?`;
  throw new AppError('usage', `${where}: "${text}" is not a known language${meant}`, {
    hint: 'give a tag such as es, pt-BR or zh-Hant (BCP-47), or a name such as Spanish or español',
  });
}
