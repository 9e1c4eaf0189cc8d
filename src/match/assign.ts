import type { Candidates } from './documents/candidates.js';

/** How many partners a document may have. */
export type Partners = 'one' | 'many';

/** A pair less likely than this is not believed. */
export const believed = 0.5;
/** However many doubtful pairs there are, one that is likelier than this is believed. */
const mostRequired = 0.55;
/** Share of the believed pairs that may be expected to be false. */
const mostFalse = 0.01;

/**
 * The lowest probability that lets no more than one in a hundred pairs be false, as their probabilities say; within
 * limits, as a collection of very short texts has hardly a pair that is beyond doubt.
 *
 * @param found probabilities of the pairs that are likelier than not
 */
export function requiredProbability(found: readonly number[]): number {
  const order = [...found].sort((x, y) => y - x);
  let required = mostRequired;
  let expectedFalse = 0;
  order.forEach((probability, at) => {
    expectedFalse += 1 - probability;
    if (expectedFalse <= mostFalse * (at + 1)) required = Math.min(required, probability);
  });
  return Math.max(believed, required);
}

/**
 * The candidates that are believed, the likeliest first.
 *
 * @param partners `one`: no document is in two pairs; `many`: a document may have several partners, each of which has only it
 * @param options the lowest probability; whether both sides are the same documents, so that each pair counts once
 * @returns positions among the candidates
 */
export function assignPairs(
  { a, b }: Candidates,
  probability: Float64Array,
  partners: Partners = 'one',
  { least = believed, within = false }: { readonly least?: number; readonly within?: boolean } = {},
): number[] {
  const order = Array.from(probability.keys())
    .filter((at) => probability[at]! >= least && (!within || a[at]! < b[at]!))
    .sort((x, y) => probability[y]! - probability[x]! || a[x]! - a[y]! || b[x]! - b[y]!);
  // For each document that has a pair, its partners; a pair of one side is in both.
  const partnersOfA = new Map<number, number[]>();
  const partnersOfB = within ? partnersOfA : new Map<number, number[]>();
  return order.filter((at) => {
    const x = partnersOfA.get(a[at]!) ?? [];
    const y = partnersOfB.get(b[at]!) ?? [];
    if (x.length > 0 && y.length > 0) return false;
    if (x.length + y.length > 0) {
      if (partners === 'one') return false;
      // A document that shares its only partner with others gets no more.
      const ofPartner = x.length > 0 ? partnersOfB.get(x[0]!) : partnersOfA.get(y[0]!);
      if ((ofPartner?.length ?? 0) > 1) return false;
    }
    partnersOfA.set(a[at]!, [...x, b[at]!]);
    partnersOfB.set(b[at]!, [...y, a[at]!]);
    return true;
  });
}
