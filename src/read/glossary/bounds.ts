/** What is too long to be a term. */
import { AppError } from '../../errors.js';

/** The longest term, in UTF-16 units. */
const longestTerm = 400;

/** A term as it is compared: without white space around it, and in one line. Throws AppError `bad-glossary`. */
export function termOf(text: string, where: string): string {
  const term = text.replace(/\s+/gu, ' ').trim();
  if (term.length > longestTerm)
    throw new AppError(
      'bad-glossary',
      `${where}: a term is longer than ${longestTerm} characters`,
      {
        hint: 'a glossary lists words and groups of words, not texts',
      },
    );
  return term;
}
