import type { Embedding, Pieces } from '../../domain.js';
import { certainSentences, windows } from './clauses.js';
import type { Lattice } from '../search/lattice.js';
import { pieceKinds } from './piece-kinds.js';
import { productUnit } from '../vectors/kernel.js';
import { ListedProducts } from '../vectors/listed-products.js';
import type { Block } from '../vectors/product-store.js';
import type { Side } from '../search/side.js';
import type { Plane } from '../search/plane.js';

/** Number of words per sentence to look for on the other side: those with the largest weight. */
const mostWords = 12;

/**
 * The words (pieces) with the largest weight in one side's sentences, each with its highest cosine
 * with a word of the sentences that beads of the lattice place beside it on the other side. Words
 * show what averages hide: which of two similar sentences contains the counterpart of this one.
 */
export interface Words {
  /** Words of sentence i: `offsets[i]..offsets[i + 1]`; none if the first pass is certain. */
  readonly offsets: Int32Array;
  /** Length of each word's vector, 1 on average. */
  readonly weights: Float32Array;
  /** First sentence of the other side that is compared, by sentence; and one past the last. */
  readonly first: Int32Array;
  readonly end: Int32Array;
  /** Where each word's cosines begin in `cosines`. */
  readonly starts: Int32Array;
  /** Largest cosine with a word of each sentence first..end-1 of the other side, never below 0. */
  readonly cosines: Float32Array;
}

/**
 * Looks for the words of each side among those of the other (cosines times `scale`). O(uncertain
 * sentences x mostWords^2 x window).
 */
export function readWords(
  embeddingA: Embedding,
  embeddingB: Embedding,
  { a, b }: Plane,
  lattice: Lattice,
  scale: number,
  posteriors: Float64Array,
): { readonly wordsA: Words; readonly wordsB: Words } {
  const chosenA = chooseWords(a, embeddingA.pieces);
  const chosenB = chooseWords(b, embeddingB.pieces);
  const wordsA = layOut(chosenA, chosenB.count, lattice, 'rows', posteriors);
  const wordsB = layOut(chosenB, chosenA.count, lattice, 'columns', posteriors);
  const most = Math.max(mostProducts(wordsA, chosenB), mostProducts(wordsB, chosenA));
  if (most > 0) {
    const products = new ListedProducts(chosenA, chosenB, chosenA.dimension, most);
    compareWords(chosenA, chosenB, wordsA, products, 0, scale);
    compareWords(chosenB, chosenA, wordsB, products, 1, scale);
    products.close();
  }
  return { wordsA, wordsB };
}

/** The words of one side that are looked up. */
interface Chosen {
  readonly count: number;
  readonly dimension: number;
  /** Words of sentence i: `ids[offsets[i]..offsets[i + 1]]`. */
  readonly offsets: Int32Array;
  readonly ids: Int32Array;
  /** The vectors of all pieces. */
  readonly units: Float32Array;
  readonly norms: Float32Array;
  readonly meanNorm: number;
}

function chooseWords({ count, positions }: Side, pieces: Pieces | null): Chosen {
  const dimension = pieces?.vectors.dimension ?? 0;
  const offsets = new Int32Array(count + 1);
  const none = {
    count,
    dimension,
    offsets,
    ids: new Int32Array(0),
    units: new Float32Array(0),
    norms: new Float32Array(0),
    meanNorm: 1,
  };
  if (pieces === null) return none;
  const { worded } = pieceKinds(pieces.texts);
  const { units, norms } = pieces.vectors;
  const ids = new Int32Array(count * mostWords);
  let used = 0;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const position = positions[i]!;
    const from = used;
    for (let k = pieces.offsets[position]!; k < pieces.offsets[position + 1]!; k++) {
      const id = pieces.ids[k]!;
      if (worded[id] !== 1) continue;
      const norm = norms[id]!;
      const isFull = used - from === mostWords;
      if (isFull && norm <= norms[ids[used - 1]!]!) continue;
      let known = false;
      for (let w = from; w < used && !known; w++) known = ids[w] === id;
      if (known) continue;
      let place = isFull ? used - 1 : used++;
      for (; place > from && norms[ids[place - 1]!]! < norm; place--) ids[place] = ids[place - 1]!;
      ids[place] = id;
    }
    offsets[i + 1] = used;
    for (let w = from; w < used; w++) sum += norms[ids[w]!]!;
  }
  const meanNorm = used > 0 ? sum / used : 1;
  return { ...none, ids: ids.subarray(0, used), units, norms, meanNorm };
}

/** Allocates space for the words of all sentences that the first pass is not certain of. */
function layOut(
  own: Chosen,
  otherCount: number,
  lattice: Lattice,
  which: 'rows' | 'columns',
  posteriors: Float64Array,
): Words {
  const { first, end } = windows(own.count, otherCount, lattice, which);
  const sure = certainSentences(own.count, lattice, which, posteriors);
  const offsets = new Int32Array(own.count + 1);
  let words = 0;
  let products = 0;
  for (let i = 0; i < own.count; i++) {
    if (sure[i] === 0) {
      const count = own.offsets[i + 1]! - own.offsets[i]!;
      words += count;
      products += count * Math.max(0, end[i]! - first[i]!);
    }
    offsets[i + 1] = words;
  }
  return {
    offsets,
    weights: new Float32Array(words),
    first,
    end,
    starts: new Int32Array(words),
    cosines: new Float32Array(products),
  };
}

/** Most products that the words of a sentence take. */
function mostProducts({ offsets, first, end }: Words, other: Chosen): number {
  let most = 0;
  for (let i = 0; i + 1 < offsets.length; i++) {
    const count = offsets[i + 1]! - offsets[i]!;
    if (count === 0 || first[i]! >= end[i]!) continue;
    const others = other.offsets[end[i]!]! - other.offsets[first[i]!]!;
    most = Math.max(most, ListedProducts.sizeOf(count, others));
  }
  return most;
}

/** Compares the words of one side, list number `block` of `store`, with nearby words of the other. */
function compareWords(
  own: Chosen,
  other: Chosen,
  { offsets, weights, first, end, starts, cosines }: Words,
  store: ListedProducts,
  block: Block,
  scale: number,
): void {
  const { products } = store;
  let next = 0;
  for (let i = 0; i < own.count; i++) {
    const count = offsets[i + 1]! - offsets[i]!;
    if (count === 0) continue;
    const [start, stop] = [first[i]!, end[i]!];
    const from = other.offsets[start]!;
    if (start < stop)
      store.multiply(block, own.offsets[i]!, count, from, other.offsets[stop]! - from);
    for (let w = 0; w < count; w++) {
      const word = offsets[i]! + w;
      weights[word] = own.norms[own.ids[own.offsets[i]! + w]!]! / own.meanNorm;
      starts[word] = next;
      const row = w * store.width - from;
      for (let j = start; j < stop; j++) {
        let best = 0;
        const past = row + other.offsets[j + 1]!;
        for (let at = row + other.offsets[j]!; at < past; at++) {
          if (products[at]! > best) best = products[at]!;
        }
        cosines[next++] = best * productUnit * scale;
      }
    }
  }
}
