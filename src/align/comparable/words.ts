import type { Candidate } from './candidate.js';
import type { TextEvidence } from './text.js';

/** Comparison of the words of two spans. */
export interface WordComparison {
  /** Rarity of the words in both, divided by that of the words in either. */
  readonly overlap: number;
  /** ... divided by that of the side with less of it. */
  readonly cover: number;
  /** Log of the rarity of the words in both. */
  readonly unionGain: number;
  readonly numberShared: number;
  readonly numberConflict: number;
  readonly numberOneSide: number;
  readonly nameShared: number;
  readonly nameConflict: number;
  readonly identical: number;
}

/** What a shared term is worth beside a shared word. */
const termShare = 0.25;

/** Compares the words of spans; each call marks words in arrays that are allocated once. */
export function makeWordComparer(text: TextEvidence): (candidate: Candidate) => WordComparison {
  const size = text.rarity.length;
  const seenA = new Int32Array(size);
  const seenB = new Int32Array(size);
  let stamp = 0;
  const { a, b, rarity, terms, numeric, named } = text;
  // Plain variables: most candidates are compared before this is compiled.
  return ({ i, n, j, m }) => {
    stamp++;
    let shared = 0;
    let totalA = 0;
    let totalB = 0;
    let numbersA = 0;
    let numbersB = 0;
    let numbersShared = 0;
    let namesA = 0;
    let namesB = 0;
    let namesShared = 0;
    const endA = a.offsets[i + n]!;
    for (let at = a.offsets[i]!; at < endA; at++) {
      const word = a.ids[at]!;
      if (seenA[word] === stamp) continue;
      seenA[word] = stamp;
      if (terms[word]) continue;
      totalA += rarity[word]!;
      if (numeric[word]) numbersA++;
      else if (named[word]) namesA++;
    }
    const endB = b.offsets[j + m]!;
    for (let at = b.offsets[j]!; at < endB; at++) {
      const word = b.ids[at]!;
      if (seenB[word] === stamp) continue;
      seenB[word] = stamp;
      const isShared = seenA[word] === stamp;
      if (terms[word]) {
        // Terms of a glossary are found in other words too: they say less than a name that both write alike.
        const worth = termShare * rarity[word]!;
        if (isShared) {
          totalA += worth;
          totalB += worth;
          shared += worth;
        }
        continue;
      }
      totalB += rarity[word]!;
      if (isShared) shared += rarity[word]!;
      if (numeric[word]) {
        numbersB++;
        if (isShared) numbersShared++;
      } else if (named[word]) {
        namesB++;
        if (isShared) namesShared++;
      }
    }
    const overlap = shared / Math.max(1e-6, totalA + totalB - shared);
    return {
      overlap,
      cover: shared / Math.max(1e-6, Math.min(totalA, totalB)),
      unionGain: Math.log(1 + shared),
      numberShared: Math.min(3, numbersShared),
      numberConflict: Math.min(2, numbersA - numbersShared, numbersB - numbersShared),
      numberOneSide: Math.min(3, numbersA + numbersB - 2 * numbersShared),
      nameShared: Math.min(4, namesShared),
      nameConflict: Math.min(2, namesA - namesShared, namesB - namesShared),
      identical: overlap > 0.999 ? 1 : 0,
    };
  };
}
