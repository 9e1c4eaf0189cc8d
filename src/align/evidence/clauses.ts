import type { Embedding, Pieces } from '../../domain.js';
import type { Lattice } from '../search/lattice.js';
import { pieceKinds } from './piece-kinds.js';
import type { Block, ProductStore } from '../vectors/product-store.js';
import type { Side } from '../search/side.js';
import { RowSums } from '../vectors/row-sums.js';

/** A clause ends at such a mark once it has this many pieces ... */
const leastPieces = 4;
/** ... and in any case at this length. */
const mostPieces = 16;

/**
 * The clauses of one side's sentences, each with its products with the sentences that beads of the
 * lattice place beside it on the other side. Clauses show what whole sentences hide: which part of
 * a sentence has moved across a boundary in translation.
 */
export interface Clauses {
  /** Clauses of sentence i: `offsets[i]..offsets[i + 1]`. */
  readonly offsets: Int32Array;
  /** Share of each clause in its sentence's length. */
  readonly shares: Float32Array;
  /** First sentence of the other side whose cosine is known, by sentence; and one past the last. */
  readonly first: Int32Array;
  readonly end: Int32Array;
  /** Where each clause's cosines begin in `cosines`. */
  readonly starts: Int32Array;
  /** Cosine of the clause with each sentence first..end-1 of the other side. */
  readonly cosines: Float32Array;
}

/**
 * Splits the sentences of `side` into clauses and compares them (times `scale`) with nearby
 * sentences of the lattice.
 */
export function readClauses(
  side: Side,
  embedding: Embedding,
  otherCount: number,
  store: ProductStore,
  lattice: Lattice,
  which: 'rows' | 'columns',
  scale: number,
  posteriors: Float64Array,
): Clauses {
  const { first, end } = windows(side.count, otherCount, lattice, which);
  const sure = certainSentences(side.count, lattice, which, posteriors);
  const own: Block = which === 'rows' ? 0 : 1;
  const other: Block = which === 'rows' ? 1 : 0;
  const { pieces } = embedding;
  const { units, norms, dimension } = pieces?.sums ?? embedding.vectors;
  const offsets = new Int32Array(side.count + 1);
  const shares = new GrowingFloats();
  const starts: number[] = [];
  const cosines = new GrowingFloats();
  const sums = pieces === null ? null : new RowSums(pieces.vectors);
  const take = (share: number, width: number): void => {
    shares.push(share);
    starts[shares.length - 1] = cosines.length;
    cosines.pushScaled(store.products, width, scale);
  };
  for (let i = 0; i < side.count; i++) {
    const from = first[i]!;
    const to = end[i]!;
    const position = side.positions[i]!;
    const cuts = pieces === null || sure[i] === 1 ? none : cutClauses(pieces, position);
    if (pieces === null || sums === null || cuts.length < 3) {
      store.multiply(own, i, other, from, to);
      take(1, to - from);
    } else {
      const whole = cuts[cuts.length - 1]! - cuts[0]!;
      sums.begin(units, position * dimension, norms[position]!);
      for (let c = 0; c + 1 < cuts.length; c++) {
        // The last clause is the rest of the sentence.
        if (c + 2 < cuts.length) sums.add(pieces.ids, cuts[c]!, cuts[c + 1]!);
        else sums.takeRest();
        const square = sums.square();
        store.multiplyVector(sums.sum, square > 0 ? 1 / Math.sqrt(square) : 0, other, from, to);
        take((cuts[c + 1]! - cuts[c]!) / whole, to - from);
      }
    }
    offsets[i + 1] = shares.length;
  }
  sums?.close();
  return {
    offsets,
    shares: shares.values(),
    first,
    end,
    starts: Int32Array.from(starts),
    cosines: cosines.values(),
  };
}

const none: readonly number[] = [];

/** A growing list of floats; takes a tenth of an array's memory. */
class GrowingFloats {
  length = 0;
  #data = new Float32Array(1024);

  push(value: number): void {
    if (this.length === this.#data.length) this.#grow(this.length + 1);
    this.#data[this.length++] = value;
  }

  /** Appends the first `count` of `values`, times `scale`. */
  pushScaled(values: Float64Array, count: number, scale: number): void {
    if (this.length + count > this.#data.length) this.#grow(this.length + count);
    const data = this.#data;
    const at = this.length;
    for (let k = 0; k < count; k++) data[at + k] = values[k]! * scale;
    this.length += Math.max(0, count);
  }

  #grow(least: number): void {
    const larger = new Float32Array(Math.max(2 * this.#data.length, least));
    larger.set(this.#data);
    this.#data = larger;
  }

  values(): Float32Array {
    return this.#data.slice(0, this.length);
  }
}

/**
 * A sentence whose bead has this probability after the first pass is not split, which saves most of
 * the time.
 */
const certainPosterior = 0.9999;

/** 1 for the sentences of one side whose bead is certain after the first pass. */
export function certainSentences(
  count: number,
  lattice: Lattice,
  which: 'rows' | 'columns',
  posteriors: Float64Array,
): Uint8Array {
  const sure = new Uint8Array(count);
  const at = lattice[which];
  for (let e = 0; e < lattice.edges; e++) {
    if (posteriors[e]! > certainPosterior) sure.fill(1, at[lattice.from[e]!]!, at[lattice.to[e]!]!);
  }
  return sure;
}

/** For each sentence, the sentences of the other side that its beads touch, and one beyond. */
export function windows(
  count: number,
  otherCount: number,
  lattice: Lattice,
  which: 'rows' | 'columns',
): { first: Int32Array; end: Int32Array } {
  const own = lattice[which];
  const others = lattice[which === 'rows' ? 'columns' : 'rows'];
  const first = new Int32Array(count).fill(otherCount);
  const end = new Int32Array(count);
  for (let e = 0; e < lattice.edges; e++) {
    const from = lattice.from[e]!;
    const to = lattice.to[e]!;
    for (let i = own[from]!; i < own[to]!; i++) {
      first[i] = Math.max(0, Math.min(first[i]!, others[from]! - 1));
      end[i] = Math.min(otherCount, Math.max(end[i]!, others[to]! + 1));
    }
  }
  for (let i = 0; i < count; i++) if (first[i]! > end[i]!) first[i] = end[i]!;
  return { first, end };
}

/** Piece numbers where the clauses of a sentence begin, and where the last one ends. */
function cutClauses(pieces: Pieces, sentence: number): number[] {
  const { marks } = pieceKinds(pieces.texts);
  const from = pieces.offsets[sentence]!;
  const to = pieces.offsets[sentence + 1]!;
  const cuts = [from];
  let words = 0;
  for (let k = from; k < to; k++) {
    const isMark = marks[pieces.ids[k]!] === 1;
    if (!isMark) words++;
    const ends = isMark && words >= leastPieces;
    if (!ends && words < mostPieces) continue;
    cuts.push(k + 1);
    words = 0;
  }
  // A short rest belongs to the previous clause.
  if (words < leastPieces && cuts.length > 1) cuts.pop();
  cuts.push(to);
  return cuts;
}
