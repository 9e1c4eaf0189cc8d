/** Which words of one side go with which of the other, learned from pairs that are believed already. */
import type { Candidates } from '../documents/candidates.js';
import type { MatchSide } from '../documents/side.js';

/** Words of a document that count: the rarest that are in several documents. */
const mostWords = 40;
/** Pairs to learn from. */
const mostPairs = 3000;
/** Doubts a word that was seen with another only a few times. */
const doubt = 2;

/**
 * How well the words of each candidate pair go together, between 0 and 1: for each word the word of the other
 * document that it was seen with most in believed pairs. What a pair itself taught does not count for it.
 *
 * @param believed positions among the candidates
 * @param isPlausible whether a candidate is worth the work; the others get 0
 */
export function lexicalEvidence(
  a: MatchSide,
  b: MatchSide,
  candidates: Candidates,
  believed: readonly number[],
  termCount: number,
  isPlausible: (candidate: number) => boolean,
): Float64Array {
  const taught = believed.slice(0, mostPairs);
  const wordsA = telling(a, termCount);
  const wordsB = telling(b, termCount);
  const seenA = new Int32Array(termCount);
  const seenB = new Int32Array(termCount);
  const together = new Map<number, number>();
  const teacher = new Set(taught);
  for (const at of taught) {
    const x = wordsA[candidates.a[at]!]!;
    const y = wordsB[candidates.b[at]!]!;
    for (const word of x) seenA[word]!++;
    for (const word of y) seenB[word]!++;
    for (const one of x)
      for (const other of y) {
        const key = one * termCount + other;
        together.set(key, (together.get(key) ?? 0) + 1);
      }
  }
  const bestB = new Float64Array(mostWords);
  return Float64Array.from({ length: candidates.a.length }, (_, at) => {
    if (!isPlausible(at)) return 0;
    const x = wordsA[candidates.a[at]!]!;
    const y = wordsB[candidates.b[at]!]!;
    if (x.length === 0 || y.length === 0) return 0;
    const own = teacher.has(at) ? 1 : 0;
    const pairs = taught.length - own;
    bestB.fill(0);
    let sum = 0;
    let weights = 0;
    for (const one of x) {
      let best = 0;
      const countOne = seenA[one]! - own;
      for (const [place, other] of y.entries()) {
        const count = (together.get(one * termCount + other) ?? 0) - own;
        if (count <= 0) continue;
        const countOther = seenB[other]! - own;
        const chance = (countOne * countOther) / pairs;
        const value = (count - chance) / (Math.sqrt(countOne * countOther) + doubt);
        if (value > best) best = value;
        if (value > bestB[place]!) bestB[place] = value;
      }
      if (countOne > 0) {
        sum += best;
        weights++;
      }
    }
    for (const [place, other] of y.entries())
      if (seenB[other]! - own > 0) {
        sum += bestB[place]!;
        weights++;
      }
    return sum / (weights + doubt);
  });
}

/** For each document its rarest words among those that are in more than one document of the side. */
function telling({ terms }: MatchSide, termCount: number): Int32Array[] {
  const counts = new Int32Array(termCount);
  for (const own of terms) for (const term of own) counts[term]!++;
  return terms.map((own) =>
    own
      .filter((term) => counts[term]! > 1)
      .sort((x, y) => counts[x]! - counts[y]! || x - y)
      .slice(0, mostWords),
  );
}
