import type { Words } from './words.js';

/** The evidence of the words on one side of a bead. */
export interface WordVerdict {
  /** Mean cosine of the words with the most similar ones inside the bead, by weight; .5 if unknown. */
  found: number;
  /** The same for the sentence with the lowest value. */
  weakest: number;
  /** By how much the sentences just outside contain more similar words, summed by weight. */
  leak: number;
}

const unknownShare = 0.5;
const largestLeak = 3;

/** Scores the bead i..i+n-1 / j..j+m-1 by the words of its first side; returns `out`. */
export function judgeWords(
  words: Words,
  i: number,
  n: number,
  j: number,
  m: number,
  out: WordVerdict,
): WordVerdict {
  let total = 0;
  let weight = 0;
  let leak = 0;
  let weakest = 1;
  for (let r = i; r < i + n; r++) {
    const first = words.first[r]!;
    const end = words.end[r]!;
    let found = 0;
    let own = 0;
    for (let w = words.offsets[r]!; w < words.offsets[r + 1]!; w++) {
      const at = words.starts[w]! - first;
      let inside = 0;
      for (let k = Math.max(j, first); k < Math.min(j + m, end); k++) {
        if (words.cosines[at + k]! > inside) inside = words.cosines[at + k]!;
      }
      const before = j - 1 >= first && j - 1 < end ? words.cosines[at + j - 1]! : 0;
      const after = j + m >= first && j + m < end ? words.cosines[at + j + m]! : 0;
      const gain = Math.max(before, after) - inside;
      if (gain > 0) leak += gain * words.weights[w]!;
      found += inside * words.weights[w]!;
      own += words.weights[w]!;
    }
    if (own > 0) weakest = Math.min(weakest, found / own);
    total += found;
    weight += own;
  }
  out.found = weight > 0 ? total / weight : unknownShare;
  out.weakest = weight > 0 ? weakest : unknownShare;
  out.leak = Math.min(largestLeak, leak);
  return out;
}

/**
 * Mean cosine of a sentence's words with the most similar ones in sentence `j` of the other side, 0
 * if unknown.
 */
export function wordsFound(words: Words, sentence: number, j: number): number {
  if (j < words.first[sentence]! || j >= words.end[sentence]!) return 0;
  let found = 0;
  let weight = 0;
  for (let w = words.offsets[sentence]!; w < words.offsets[sentence + 1]!; w++) {
    found += words.cosines[words.starts[w]! + j - words.first[sentence]!]! * words.weights[w]!;
    weight += words.weights[w]!;
  }
  return weight > 0 ? found / weight : 0;
}
