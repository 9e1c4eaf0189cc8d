import { AppError } from '../../errors.js';
import { isLanguage, languageOfName } from '../../text/language-names.js';
import { baseLanguage } from '../../text/tags.js';

/**
 * The tag of a language that people name by its tag or its name, in canonical form: `spa`, `ES`,
 * `Spanish` and `español` become `es`. Throws AppError `usage` for what is neither; `where` is named in
 * the message.
 */
export function languageTag(text: string, where: string): string {
  const tag = canonicalTag(text) ?? languageOfName(text);
  if (tag !== undefined) return tag;
  throw new AppError('usage', `${where}: "${text}" is not a language`, {
    hint: 'a language goes by its tag (es, pt-BR, zh-Hant) or its name (Spanish, español)',
  });
}

/** The canonical form of a tag whose language there is; undefined for anything else. */
function canonicalTag(text: string): string | undefined {
  try {
    const tag = Intl.getCanonicalLocales(text.trim().replace(/_/g, '-'))[0];
    return tag !== undefined && isLanguage(baseLanguage(tag)) ? tag : undefined;
  } catch {
    // Not a tag.
    return undefined;
  }
}
