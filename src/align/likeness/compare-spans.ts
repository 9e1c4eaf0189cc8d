import type { Grams, SideGrams } from './grams.js';

/** How far two spans of sentences consist of the same pieces. */
export interface SpanLikeness {
  /** Cosine of the vectors of rarities, 0 to 1. */
  readonly cosine: number;
  /** Rarity of the shared pieces, divided by that of the side with less of it. */
  readonly cover: number;
}

/** Compares a's sentences i..i+n-1 with b's j..j+m-1. */
export type SpanComparer = (i: number, n: number, j: number, m: number) => SpanLikeness;

/** Compares spans; each call marks pieces in arrays that are allocated once. Cost: the pieces of both. */
export function makeSpanComparer({ a, b, rarity }: Grams): SpanComparer {
  const seenA = new Int32Array(rarity.length);
  const seenB = new Int32Array(rarity.length);
  let stamp = 0;
  return (i, n, j, m) => {
    stamp++;
    let [squareA, squareB, squareShared] = [0, 0, 0];
    let [sumA, sumB, shared] = [0, 0, 0];
    for (let at = a.offsets[i]!; at < a.offsets[i + n]!; at++) {
      const gram = a.ids[at]!;
      if (seenA[gram] === stamp) continue;
      seenA[gram] = stamp;
      const value = rarity[gram]!;
      sumA += value;
      squareA += value * value;
    }
    for (let at = b.offsets[j]!; at < b.offsets[j + m]!; at++) {
      const gram = b.ids[at]!;
      if (seenB[gram] === stamp) continue;
      seenB[gram] = stamp;
      const value = rarity[gram]!;
      sumB += value;
      squareB += value * value;
      if (seenA[gram] !== stamp) continue;
      shared += value;
      squareShared += value * value;
    }
    return {
      cosine: squareShared / Math.max(1e-6, Math.sqrt(squareA * squareB)),
      cover: shared / Math.max(1e-6, Math.min(sumA, sumB)),
    };
  };
}

/** Cosine of two sentences. Cost: their pieces. */
export function pairCosine(
  own: SideGrams,
  i: number,
  other: SideGrams,
  j: number,
  rarity: Float32Array,
): number {
  let shared = 0;
  let x = own.offsets[i]!;
  let y = other.offsets[j]!;
  const [endX, endY] = [own.offsets[i + 1]!, other.offsets[j + 1]!];
  while (x < endX && y < endY) {
    const [left, right] = [own.ids[x]!, other.ids[y]!];
    if (left === right) shared += rarity[left]! ** 2;
    if (left <= right) x++;
    if (right <= left) y++;
  }
  return shared / Math.max(1e-6, own.norms[i]! * other.norms[j]!);
}
