import type { TokenBefore } from './token-before.js';
import type { Vocabulary } from './vocabulary.js';

/** Scripts in which no word is a single letter: "ج.", "הـ.", "י.". */
const loneLetter =
  /^(?:[\p{sc=Arabic}\p{sc=Hebrew}]\.)*(?:(?=\p{L})[\p{sc=Arabic}\p{sc=Hebrew}])[\p{M}ـ׳']*$/u;
/** Vowels of Indian scripts at the beginning of a word. */
const vowels =
  '\\u0905-\\u0914\\u0985-\\u0994\\u0a05-\\u0a14\\u0a85-\\u0a94\\u0b85-\\u0b94\\u0c05-\\u0c14\\u0c85-\\u0c94\\u0d05-\\u0d14\\u0d85-\\u0d96';
/** Signs that remove the vowel from a consonant. */
const viramas = '\\u094d\\u09cd\\u0a4d\\u0acd\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca';
/** The name of a letter as spelled in syllabic scripts: "जे.", "आर.", "எம்.", "เค.". */
const spelled = `(?:(?![\\p{sc=Arabic}\\p{sc=Hebrew}\\p{sc=Hangul}])\\p{Lo}\\p{M}*|[${vowels}]\\p{Lo}[${viramas}]?|[เแโไใ]\\p{Lo})`;
const spelledLetter = new RegExp(`^${spelled}$`, 'u');
const spelledBefore = new RegExp(`(?:^|[^\\p{L}\\p{M}\\p{N}])(${spelled})\\.\\s?$`, 'u');
const spelledNext = new RegExp(`^(${spelled})\\.`, 'u');

/**
 * Whether the full stop follows an initial in a script without capitals: a letter where no word has
 * only one, or one of several in a row that are not all common words.
 */
export function isCaselessInitial(
  place: {
    readonly text: string;
    readonly next: number;
    readonly closing: string;
    readonly vocabulary: Vocabulary;
  },
  { token, start }: TokenBefore,
): boolean {
  const { text, next, closing, vocabulary } = place;
  if (closing !== '') return false;
  if (loneLetter.test(token)) return true;
  if (!spelledLetter.test(token)) return false;
  const before = spelledBefore.exec(text.slice(Math.max(0, start - 12), start))?.[1];
  const after = spelledNext.exec(text.slice(next, next + 12))?.[1];
  const row = [before, token, after].flatMap((piece) => piece ?? []);
  return (
    row.length > 1 &&
    row.some((piece) => !vocabulary.words.has(piece) || vocabulary.always.has(piece))
  );
}
