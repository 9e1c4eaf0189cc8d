/** Texts in two files that correspond line by line. */
import { AppError } from '../../errors.js';
import { statedLanguage } from '../../text/languages/stated-language.js';

/** The two texts of a file of lines: `book.moses.en`, `book.moses.en.a`. */
export const mosesName = /^(.+\.moses)\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)(?:\.[ab])?$/;

/** The language in the name of a file of lines. */
export function languageOfLines(name: string): string | undefined {
  const tag = mosesName.exec(name)?.[2];
  return tag === undefined ? undefined : statedLanguage(tag).language;
}

/** What is said of texts that have different numbers of lines: AppError `bad-anchor`. */
export function unequalLines(
  a: { readonly name: string; readonly count: number },
  b: { readonly name: string; readonly count: number },
): AppError {
  return new AppError(
    'bad-anchor',
    `${a.name} has ${a.count} lines, but ${b.name} has ${b.count}: they do not belong together line by line`,
    { hint: 'align them instead' },
  );
}
