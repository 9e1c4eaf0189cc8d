import type { Embedding, Pieces, Vectors } from '../../domain.js';
import { certainSentences, windows } from './clauses.js';
import type { Lattice } from '../search/lattice.js';
import { pieceKinds } from './piece-kinds.js';
import { ProductStore } from '../vectors/product-store.js';
import type { QuantisedRows } from '../vectors/product-store.js';
import type { Side } from '../search/side.js';
import type { Plane } from '../search/plane.js';
import { quantise } from '../vectors/kernel.js';

/** Number of words per sentence to look for on the other side: those with the largest weight. */
const mostWords = 12;
/** Number of sentences compared with their surroundings at a time, which bounds the memory. */
const chunkSize = 128;

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
  const read = (own: Chosen, other: Chosen, which: 'rows' | 'columns'): Words =>
    compareWords(own, other, lattice, which, scale, posteriors);
  return { wordsA: read(chosenA, chosenB, 'rows'), wordsB: read(chosenB, chosenA, 'columns') };
}

/** The words of one side that are looked up. */
interface Chosen {
  readonly count: number;
  readonly dimension: number;
  /** Words of sentence i: `ids[offsets[i]..offsets[i + 1]]`. */
  readonly offsets: Int32Array;
  readonly ids: Int32Array;
  readonly pieces: Pieces | null;
  readonly quantised: QuantisedPieces | null;
  readonly meanNorm: number;
}

/** The vectors of pieces in the format of stores, each converted on first use. */
class QuantisedPieces {
  integers = new Int16Array(0);
  readonly #starts: Int32Array;
  #used = 0;
  readonly #vectors: Vectors;

  constructor(vectors: Vectors) {
    this.#vectors = vectors;
    this.#starts = new Int32Array(vectors.count).fill(-1);
  }

  /** Where the piece's vector begins in `integers`. */
  startOf(id: number): number {
    const known = this.#starts[id]!;
    if (known >= 0) return known;
    const { units, dimension } = this.#vectors;
    if (this.#used + dimension > this.integers.length) {
      const larger = new Int16Array(Math.max(1024 * dimension, 2 * this.integers.length));
      larger.set(this.integers);
      this.integers = larger;
    }
    quantise(units, id * dimension, dimension, this.integers, this.#used);
    this.#starts[id] = this.#used;
    this.#used += dimension;
    return this.#starts[id]!;
  }
}

function chooseWords({ count, positions }: Side, pieces: Pieces | null): Chosen {
  const dimension = pieces?.vectors.dimension ?? 0;
  const offsets = new Int32Array(count + 1);
  const none = {
    count,
    dimension,
    offsets,
    ids: new Int32Array(0),
    pieces,
    quantised: null,
    meanNorm: 1,
  };
  if (pieces === null) return none;
  const { worded } = pieceKinds(pieces.texts);
  const { norms } = pieces.vectors;
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
  const quantised = new QuantisedPieces(pieces.vectors);
  return { ...none, ids: ids.subarray(0, used), quantised, meanNorm: used > 0 ? sum / used : 1 };
}

function compareWords(
  own: Chosen,
  other: Chosen,
  lattice: Lattice,
  which: 'rows' | 'columns',
  scale: number,
  posteriors: Float64Array,
): Words {
  const words = layOut(own, other.count, lattice, which, posteriors);
  let written = 0;
  for (let from = 0; from < own.count; from += chunkSize) {
    const to = Math.min(own.count, from + chunkSize);
    written = compareChunk(own, other, words, scale, from, to, written);
  }
  return words;
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

/**
 * Compares the words of the sentences from..to-1 with nearby words of the other side; writes the
 * cosines starting at `written`. Returns where the next ones go.
 */
function compareChunk(
  own: Chosen,
  other: Chosen,
  words: Words,
  scale: number,
  from: number,
  to: number,
  written: number,
): number {
  const { offsets, weights, first, end, starts, cosines } = words;
  const rows = chunkRows(own, other, words, from, to);
  if (rows === null) return written;
  const { ownRows, otherRows } = rows;
  const store = new ProductStore(ownRows.rows(), otherRows.rows(), own.dimension);
  let next = written;
  for (let i = from; i < to; i++) {
    const count = offsets[i + 1]! - offsets[i]!;
    const [start, stop] = [first[i]!, end[i]!];
    for (let w = 0; w < count; w += 2) {
      if (start < stop) {
        const last = otherRows.at(stop - 1) + otherRows.size(stop - 1);
        store.multiply(0, ownRows.at(i) + w, 1, otherRows.at(start), last);
      }
      for (let r = w; r < Math.min(count, w + 2); r++) {
        const word = offsets[i]! + r;
        const id = own.ids[own.offsets[i]! + r]!;
        weights[word] = own.pieces!.vectors.norms[id]! / own.meanNorm;
        starts[word] = next;
        let at = (r - w) * store.width;
        for (let j = start; j < stop; j++) {
          let best = 0;
          for (const past = at + otherRows.size(j); at < past; at++) {
            if (store.products[at]! > best) best = store.products[at]!;
          }
          cosines[next++] = best * scale;
        }
      }
    }
  }
  return next;
}

/** The rows of a chunk's words and of the nearby words; null if there is nothing to compare. */
function chunkRows(
  own: Chosen,
  other: Chosen,
  { offsets, first, end }: Words,
  from: number,
  to: number,
): { readonly ownRows: Rows; readonly otherRows: Rows } | null {
  const isCompared = (i: number): boolean => offsets[i]! < offsets[i + 1]! && first[i]! < end[i]!;
  const ownRows = new Rows(own, from, to);
  let low = other.count;
  let high = 0;
  for (let i = from; i < to; i++) {
    if (!isCompared(i)) continue;
    ownRows.add(i);
    low = Math.min(low, first[i]!);
    high = Math.max(high, end[i]!);
  }
  if (ownRows.length === 0) return null;
  // Ascending, so the rows of a window are neighbours.
  const near = new Uint8Array(high - low);
  for (let i = from; i < to; i++) if (isCompared(i)) near.fill(1, first[i]! - low, end[i]! - low);
  const otherRows = new Rows(other, low, high);
  for (let j = low; j < high; j++) if (near[j - low] === 1) otherRows.add(j);
  return { ownRows, otherRows };
}

/** The words of some of the sentences from..to-1, one row of a store per word. */
class Rows {
  length = 0;
  readonly #places: Int32Array;
  readonly #ids: number[] = [];
  readonly #chosen: Chosen;
  readonly #from: number;

  constructor(chosen: Chosen, from: number, to: number) {
    this.#chosen = chosen;
    this.#from = from;
    this.#places = new Int32Array(to - from);
  }

  /** Appends a sentence's words. */
  add(sentence: number): void {
    this.#places[sentence - this.#from] = this.length;
    const { ids, offsets } = this.#chosen;
    for (let k = offsets[sentence]!; k < offsets[sentence + 1]!; k++) this.#ids.push(ids[k]!);
    this.length = this.#ids.length;
  }

  /** First row of a sentence. */
  at(sentence: number): number {
    return this.#places[sentence - this.#from]!;
  }

  /** Number of rows of a sentence. */
  size(sentence: number): number {
    return this.#chosen.offsets[sentence + 1]! - this.#chosen.offsets[sentence]!;
  }

  rows(): QuantisedRows {
    const { quantised } = this.#chosen;
    if (quantised === null) return { integers: new Int16Array(0), starts: new Int32Array(0) };
    const starts = Int32Array.from(this.#ids, (id) => quantised.startOf(id));
    return { integers: quantised.integers, starts };
  }
}
