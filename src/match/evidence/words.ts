import { productUnit } from '../../align/vectors/kernel.js';
import { ListedProducts } from '../../align/vectors/listed-products.js';
import type { Candidates } from '../documents/candidates.js';
import type { MatchSide } from '../documents/side.js';
import type { WordVectors } from '../documents/words.js';

/** Candidates of a document that are compared word by word: those whose sentences look best. */
const bestCompared = 6;

/** How well the words of some candidates go together. */
export interface WordEvidence {
  /** Positions among the candidates, ascending. */
  readonly compared: Int32Array;
  /**
   * For each of them, the mean cosine of every word with its nearest of the other document; words count by how much
   * they weigh in the model.
   */
  readonly values: Float64Array;
}

/**
 * Compares the documents that have words listed, word by word: of each document its best candidates.
 *
 * @param scores of the candidates, by which the best are chosen
 */
export function wordEvidence(
  a: MatchSide,
  b: MatchSide,
  candidates: Candidates,
  scores: Float64Array,
  { units, norms }: WordVectors,
): WordEvidence {
  const [listA, listB] = [listWords(a), listWords(b)];
  if (listA.ids.length === 0 || listB.ids.length === 0)
    return { compared: new Int32Array(), values: new Float64Array() };
  const hasWords = (at: number): boolean =>
    listA.count(candidates.a[at]!) > 0 && listB.count(candidates.b[at]!) > 0;
  const compared = bestOfEither(candidates, scores, a.count, b.count).filter(hasWords);
  const values = new Float64Array(compared.length);
  if (compared.length === 0) return { compared, values };
  const products = new ListedProducts(
    { units, ids: listA.ids },
    { units, ids: listB.ids },
    units.length / norms.length,
    ListedProducts.sizeOf(listA.longest, listB.longest),
  );
  compared.forEach((at, place) => {
    const [x, y] = [candidates.a[at]!, candidates.b[at]!];
    const [fromA, fromB] = [listA.offsets[x]!, listB.offsets[y]!];
    const [countA, countB] = [listA.count(x), listB.count(y)];
    products.multiply(0, fromA, countA, fromB, countB);
    const product = (i: number, j: number): number => products.products[i * products.width + j]!;
    const nearA = nearness(countA, countB, product, (i) => norms[listA.ids[fromA + i]!]!);
    const nearB = nearness(
      countB,
      countA,
      (j, i) => product(i, j),
      (j) => norms[listB.ids[fromB + j]!]!,
    );
    values[place] = ((nearA + nearB) * productUnit) / 2;
  });
  products.close();
  return { compared, values };
}

function nearness(
  own: number,
  other: number,
  product: (i: number, j: number) => number,
  weight: (i: number) => number,
): number {
  let sum = 0;
  let weights = 0;
  for (let i = 0; i < own; i++) {
    let best = -Infinity;
    for (let j = 0; j < other; j++) best = Math.max(best, product(i, j));
    sum += weight(i) * best;
    weights += weight(i);
  }
  return weights > 0 ? sum / weights : 0;
}

interface WordList {
  readonly ids: Int32Array;
  readonly offsets: Int32Array;
  /** Words of the document with the most. */
  readonly longest: number;
  count(document: number): number;
}

function listWords({ count, words = [] }: MatchSide): WordList {
  const offsets = new Int32Array(count + 1);
  for (let at = 0; at < count; at++) offsets[at + 1] = offsets[at]! + (words[at]?.length ?? 0);
  const ids = new Int32Array(offsets[count]!);
  words.forEach((own, at) => ids.set(own, offsets[at]));
  return {
    ids,
    offsets,
    longest: words.reduce((most, own) => Math.max(most, own.length), 0),
    count: (document) => offsets[document + 1]! - offsets[document]!,
  };
}

/** The candidates that are among the best of either of their documents, ascending. */
function bestOfEither(
  { a, b }: Candidates,
  scores: Float64Array,
  countA: number,
  countB: number,
): Int32Array {
  const order = Int32Array.from(scores.keys()).sort((x, y) => scores[y]! - scores[x]! || x - y);
  const [takenA, takenB] = [new Uint8Array(countA), new Uint8Array(countB)];
  return order
    .filter((at) => {
      const isBest = takenA[a[at]!]! < bestCompared || takenB[b[at]!]! < bestCompared;
      if (takenA[a[at]!]! < bestCompared) takenA[a[at]!]!++;
      if (takenB[b[at]!]! < bestCompared) takenB[b[at]!]!++;
      return isBest;
    })
    .sort();
}
