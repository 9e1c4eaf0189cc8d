import type { Candidates } from './documents/candidates.js';

/** How many partners a document may have. */
export type Partners = 'one' | 'many';

/** A pair less likely than this is not believed. */
export const believed = 0.5;

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
  const degreeA = new Map<number, number>();
  const degreeB = within ? degreeA : new Map<number, number>();
  return order.filter((at) => {
    const x = degreeA.get(a[at]!) ?? 0;
    const y = degreeB.get(b[at]!) ?? 0;
    if (partners === 'one' ? x + y > 0 : x > 0 && y > 0) return false;
    degreeA.set(a[at]!, x + 1);
    degreeB.set(b[at]!, y + 1);
    return true;
  });
}
