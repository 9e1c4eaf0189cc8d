/** Languages as the page states and names them. */
import { isRightToLeft } from '../../../text/direction.js';

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** The English name of a language (BCP-47), as the browser knows it; the tag if it knows none. */
export function languageName(language: string): string {
  if (language === 'und') return 'language unknown';
  try {
    return names.of(language) ?? language;
  } catch {
    return language;
  }
}

/** `lang` and `dir` of a text; an unknown language is not stated. */
export function languageAttributes(language: string): {
  readonly lang?: string;
  readonly dir: 'ltr' | 'rtl';
} {
  const dir = isRightToLeft(language) ? 'rtl' : 'ltr';
  return language === 'und' ? { dir } : { lang: language, dir };
}
