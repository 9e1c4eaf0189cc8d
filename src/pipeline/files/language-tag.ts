import { AppError } from '../../errors.js';

/**
 * A language tag in canonical form: `spa` and `ES` become `es`. Throws AppError `usage` for what is
 * no tag; `where` is named in the message.
 */
export function languageTag(text: string, where: string): string {
  try {
    const tag = Intl.getCanonicalLocales(text.trim().replace(/_/g, '-'))[0];
    if (tag !== undefined) return tag;
  } catch {
    // Not a tag: said below.
  }
  throw new AppError('usage', `${where}: "${text}" is not a language tag`, {
    hint: 'tags are like es, pt-BR or zh-Hant (BCP-47)',
  });
}
