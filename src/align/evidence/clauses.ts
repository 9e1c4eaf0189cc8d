import type { Embedding, Pieces } from '../../domain.js';
import type { Nearby } from './nearby.js';
import { pieceKinds } from './piece-kinds.js';
import { withProgram } from './program.js';
import type { Block, ProductStore } from '../vectors/product-store.js';
import type { Side } from '../search/side.js';
import { RowSums } from '../vectors/row-sums.js';

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
 * sentences.
 *
 * @param own which block of `store` has the side's sentences
 */
export function readClauses(
  side: Side,
  embedding: Embedding,
  store: ProductStore,
  own: Block,
  nearby: Nearby,
  scale: number,
): Clauses {
  const { first, end } = nearby;
  const other: Block = own === 0 ? 1 : 0;
  const { pieces } = embedding;
  const cuts = pieces === null ? null : cutClauses(side, pieces, nearby);
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
    const cut = cuts?.offsets[i] ?? 0;
    const last = (cuts?.offsets[i + 1] ?? 0) - 1;
    if (pieces === null || cuts === null || sums === null || last - cut < 2) {
      store.multiply(own, i, other, from, to);
      take(1, to - from);
    } else {
      const { places } = cuts;
      const whole = places[last]! - places[cut]!;
      sums.begin(units, position * dimension, norms[position]!);
      for (let c = cut; c < last; c++) {
        // The last clause is the rest of the sentence.
        if (c + 1 < last) sums.add(pieces.ids, places[c]!, places[c + 1]!);
        else sums.takeRest();
        const square = sums.square();
        store.multiplyVector(sums.sum, square > 0 ? 1 / Math.sqrt(square) : 0, other, from, to);
        take((places[c + 1]! - places[c]!) / whole, to - from);
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

/** Piece numbers where the clauses of each sentence begin, and where the last one ends. */
interface Cuts {
  /** Those of sentence i: `offsets[i]..offsets[i + 1]`; none of a sentence that is not split. */
  readonly offsets: Int32Array;
  readonly places: Int32Array;
}

/** Splits the sentences that are not certain into clauses, see `assembly/clauses.ts`. O(pieces). */
function cutClauses(side: Side, pieces: Pieces, { sure }: Nearby): Cuts {
  return withProgram((program) => {
    const inPieces = program.putPieces(side, pieces);
    const inSure = program.putBytes(sure);
    const marks = program.putBytes(pieceKinds(pieces.texts).marks);
    const offsetsAt = program.reserve(4 * (side.count + 1));
    const places = program.reserve(4 * (pieces.ids.length + 2 * side.count));
    program.call.cutClauses(inPieces, inSure, marks, places, offsetsAt);
    const offsets = program.integersAt(offsetsAt, side.count + 1).slice();
    return { offsets, places: program.integersAt(places, offsets[side.count]!).slice() };
  });
}
