import type { Grams, SideGrams } from './grams.js';

/** Neighbours kept for each sentence. */
export const keptByGrams = 3;
/** Pieces that more sentences have say little about which one is meant, and cost the most. */
const mostSentences = 64;

/** The sentences of the other side that each sentence shares the rarest pieces with, best first. */
export interface GramNeighbours {
  /** `keptByGrams` entries a sentence; -1 where there are fewer. */
  readonly index: Int32Array;
  readonly cosine: Float32Array;
}

/** The nearest neighbours both ways. Cost: pieces times the sentences that have them, at most 64. */
export function nearestByGrams({ a, b, rarity }: Grams): {
  readonly a: GramNeighbours;
  readonly b: GramNeighbours;
} {
  return { a: search(a, b, rarity), b: search(b, a, rarity) };
}

function search(own: SideGrams, other: SideGrams, rarity: Float32Array): GramNeighbours {
  const count = own.norms.length;
  const index = new Int32Array(count * keptByGrams).fill(-1);
  const cosine = new Float32Array(count * keptByGrams);
  const { starts, sentences } = invert(other, rarity.length);
  const shared = new Float64Array(other.norms.length);
  for (let row = 0; row < count; row++) {
    const touched: number[] = [];
    for (let at = own.offsets[row]!; at < own.offsets[row + 1]!; at++) {
      const gram = own.ids[at]!;
      const [from, to] = [starts[gram]!, starts[gram + 1]!];
      if (to - from > mostSentences) continue;
      const value = rarity[gram]! ** 2;
      for (let k = from; k < to; k++) {
        const column = sentences[k]!;
        if (shared[column] === 0) touched.push(column);
        shared[column] = shared[column]! + value;
      }
    }
    for (const column of touched) {
      const value = shared[column]! / Math.max(1e-6, own.norms[row]! * other.norms[column]!);
      shared[column] = 0;
      insert(index, cosine, row * keptByGrams, column, value);
    }
  }
  return { index, cosine };
}

/** Puts a neighbour in its place among those kept; the lower number wins a tie. */
function insert(
  index: Int32Array,
  cosine: Float32Array,
  from: number,
  column: number,
  value: number,
): void {
  let place = from + keptByGrams;
  const isBetter = (at: number): boolean =>
    index[at]! < 0 || value > cosine[at]! || (value === cosine[at] && column < index[at]!);
  while (place > from && isBetter(place - 1)) place--;
  if (place === from + keptByGrams) return;
  for (let at = from + keptByGrams - 1; at > place; at--) {
    index[at] = index[at - 1]!;
    cosine[at] = cosine[at - 1]!;
  }
  index[place] = column;
  cosine[place] = value;
}

/** The sentences that have each piece. */
function invert(
  { ids, offsets, norms }: SideGrams,
  vocabulary: number,
): { readonly starts: Int32Array; readonly sentences: Int32Array } {
  const starts = new Int32Array(vocabulary + 1);
  for (const gram of ids) starts[gram + 1] = starts[gram + 1]! + 1;
  for (let gram = 0; gram < vocabulary; gram++)
    starts[gram + 1] = starts[gram + 1]! + starts[gram]!;
  const next = starts.slice();
  const sentences = new Int32Array(ids.length);
  for (let row = 0; row < norms.length; row++) {
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
      const gram = ids[at]!;
      sentences[next[gram]!] = row;
      next[gram] = next[gram]! + 1;
    }
  }
  return { starts, sentences };
}
