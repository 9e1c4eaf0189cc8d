/** Forms of one word or term: "branch" and "branches", "dépôt" and "dépôts". */

/** Forms of a word share at least so many letters at the beginning ... */
export const leastShared = 3;
/** ... and differ in no more behind them. */
export const longestEnding = 3;

const digit = /\p{Nd}/u;

/**
 * Whether two keys are probably forms of one word, in any language that inflects at the end: they share their beginning, and
 * what differs is short.
 */
export function areForms(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length - short.length > longestEnding) return false;
  let shared = 0;
  while (shared < short.length && short[shared] === long[shared]) shared++;
  // "branch1" and "branch2" are two things.
  if (digit.test(short.slice(shared)) || digit.test(long.slice(shared))) return false;
  const ending = Math.max(short.length, long.length) - shared;
  return (
    shared >= leastShared &&
    ending <= longestEnding &&
    shared >= 2 * ending - (short.length === shared ? 1 : 0)
  );
}

/** The same for keys of several words: as many words, and each a form of the other's. */
export function arePhraseForms(a: string, b: string): boolean {
  if (a === b) return true;
  const [wordsA, wordsB] = [a.split(' '), b.split(' ')];
  return (
    wordsA.length === wordsB.length && wordsA.every((word, at) => areForms(word, wordsB[at] ?? ''))
  );
}

/** A beginning that all forms of a key share, to look them up by. */
export function formStem(key: string): string {
  return Array.from(key).slice(0, leastShared).join('');
}
