import type { Check } from '../../domain.js';
import { toSide } from '../passage/passage.js';
import type { Mention } from '../passage/mentions.js';
import type { Passage } from '../passage/passage.js';
import { longestCommonRun } from './longest-run.js';
import { mayShareRun } from './may-share-run.js';
import { allMatches } from '../../text/patterns/all-matches.js';

/** Consecutive words, the same on both sides, that look forgotten. */
const leastWords = 6;
const wordPattern = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;

/**
 * A run of words left untranslated in the other language. Names, titles and quotations stay
 * unchanged in good translations, so the run must be long, mostly in lower case, and most of one
 * side.
 */
export function checkUntranslated(a: Passage, b: Passage): Check[] {
  if (a.base === b.base) return [];
  // Most translations end here, and most others at their words without their places.
  if (!mayShareRun(a, b, leastWords)) return [];
  if (!shareWords(a.text.match(wordPattern) ?? [], b.text.match(wordPattern) ?? [], leastWords))
    return [];
  const wordsA = wordsOf(a);
  const wordsB = wordsOf(b);
  const run = longestCommonRun(wordsA.map(valueOf), wordsB.map(valueOf));
  if (run.length < leastWords) return [];
  const copied = wordsA.slice(run.a, run.a + run.length);
  const small = copied.filter(({ value }) => /^\p{Ll}/u.test(value)).length;
  if (small * 2 < run.length) return [];
  if (run.length * 2 < Math.min(wordsA.length, wordsB.length)) return [];
  return [
    {
      code: 'untranslated',
      a: toSide(a, [whole(a, copied)]),
      b: toSide(b, [whole(b, wordsB.slice(run.b, run.b + run.length))]),
    },
  ];
}

const valueOf = ({ value }: Mention): string => value;

function wordsOf(passage: Passage): Mention[] {
  return allMatches(passage.text, wordPattern).map((match) => ({
    value: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function whole(passage: Passage, words: readonly Mention[]): Mention {
  const start = words[0]!.start;
  const end = words.at(-1)!.end;
  return { value: passage.text.slice(start, end), start, end };
}

/** Whether at least `least` words of b also occur in a; most translations have fewer. */
function shareWords(a: readonly string[], b: readonly string[], least: number): boolean {
  if (Math.min(a.length, b.length) < least) return false;
  const known = new Set(a);
  let shared = 0;
  for (const value of b) if (known.has(value) && ++shared === least) return true;
  return false;
}
