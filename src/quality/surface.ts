/** What can be seen of a pair without a model: letters, numbers, copied words, repetitions, ends. */
import { baseLanguage } from '../text/tags.js';
import { lengthWithoutSpaces } from '../text/length.js';
import { splitWords, type Word } from '../text/words.js';
import type { QualityPair } from './pair.js';

/** What is seen of a pair. */
export interface Surface {
  /** How many words and numbers each side has. */
  readonly words: readonly [number, number];
  /** Share of letters among the characters of the side that has fewer, 0 to 1. */
  readonly letters: number;
  /** Share of words that stand on both sides, 0 to 1; 0 in pairs of one language, which share their words. */
  readonly copied: number;
  /** The same, of words that begin with a small letter: names are copied in good translations. */
  readonly copiedSmall: number;
  /** Share of numbers without a counterpart, 0 to 1; 0 if there are none. */
  readonly numbers: number;
  /** Share of words that repeat an earlier one of the same side, on the side with more of them. */
  readonly repeated: number;
  /** Whether one side ends as a sentence does and the other one does not. */
  readonly ends: number;
  /** Whether one side begins with a capital letter and the other one with a small one. */
  readonly begins: number;
}

/** Looks at a pair. Linear in its text. */
export function surfaceOf({ a, b }: QualityPair): Surface {
  const [wordsA, wordsB] = [splitWords(a.text), splitWords(b.text)];
  const isSame = baseLanguage(a.language) === baseLanguage(b.language);
  const letters = (word: Word): boolean => word.kind !== 'number';
  const small = (word: Word): boolean => letters(word) && !word.capital;
  return {
    words: [wordsA.length, wordsB.length],
    letters: Math.min(letterShare(a.text), letterShare(b.text)),
    copied: isSame ? 0 : sharedOf(wordsA.filter(letters), wordsB.filter(letters)),
    copiedSmall: isSame ? 0 : sharedOf(wordsA.filter(small), wordsB.filter(small)),
    numbers: numbersLost(wordsA, wordsB),
    repeated: Math.max(repeatedShare(wordsA), repeatedShare(wordsB)),
    ends: isFinished(a.text) === isFinished(b.text) ? 0 : 1,
    begins: beginsSmall(a.text) * beginsLarge(b.text) + beginsLarge(a.text) * beginsSmall(b.text),
  };
}

/** Share of letters among the characters that are no white space; 0 without any. */
function letterShare(text: string): number {
  const length = lengthWithoutSpaces(text);
  if (length === 0) return 0;
  let letters = 0;
  for (const [found] of text.matchAll(/[\p{L}\p{M}]+/gu)) letters += found.length;
  return letters / length;
}

/** Letters of the words that stand on both sides, as a share of those of the side that has fewer. */
function sharedOf(a: readonly Word[], b: readonly Word[]): number {
  const counts = new Map<string, number>();
  let [lettersA, lettersB, shared] = [0, 0, 0];
  for (const { text } of a) {
    counts.set(text, (counts.get(text) ?? 0) + 1);
    lettersA += text.length;
  }
  for (const { text } of b) {
    lettersB += text.length;
    const left = counts.get(text) ?? 0;
    if (left === 0) continue;
    counts.set(text, left - 1);
    shared += text.length;
  }
  const fewer = Math.min(lettersA, lettersB);
  return fewer === 0 ? 0 : shared / fewer;
}

function numbersLost(a: readonly Word[], b: readonly Word[]): number {
  const counts = new Map<string, number>();
  let total = 0;
  for (const [sign, words] of [
    [1, a],
    [-1, b],
  ] as const)
    for (const { text, kind } of words) {
      if (kind !== 'number') continue;
      total++;
      counts.set(text, (counts.get(text) ?? 0) + sign);
    }
  if (total === 0) return 0;
  let lost = 0;
  for (const count of counts.values()) lost += Math.abs(count);
  return lost / total;
}

/** Fewer words repeat nothing. */
const leastWords = 6;

function repeatedShare(words: readonly Word[]): number {
  if (words.length < leastWords) return 0;
  return 1 - new Set(words.map(({ text }) => text)).size / words.length;
}

/** Marks that end a sentence, before closing quotation marks and brackets. */
const finished = /[.!?…:;。！？：；।॥۔؟።։។၊။\u0df4¶][\p{Pe}\p{Pf}\p{Pi}"'»”’\s]*$/u;

function isFinished(text: string): boolean {
  return finished.test(text.slice(-12));
}

function beginsSmall(text: string): 0 | 1 {
  return /^[^\p{L}\p{N}]{0,6}\p{Ll}/u.test(text) ? 1 : 0;
}

function beginsLarge(text: string): 0 | 1 {
  return /^[^\p{L}\p{N}]{0,6}\p{Lu}/u.test(text) ? 1 : 0;
}
