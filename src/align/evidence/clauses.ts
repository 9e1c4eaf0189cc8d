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

/** The evidence of a bead's clauses about its borders. */
export interface ClauseVerdict {
  /** Largest gain in cosine if a clause belonged to the sentence just outside. */
  largestLeak: number;
  /** Such gains of all clauses, weighted by their share of the sentence. */
  leak: number;
  /** The same for the first clause with the previous sentence and the last clause with the next. */
  edgeLeak: number;
  /** Lowest and mean cosine of a clause with the best of the bead's other side. */
  weakest: number;
  mean: number;
}

/** Scores the bead by the clauses of one side, adding to `out` (and lowering `weakest`). */
export function judgeClauses(
  clauses: Clauses,
  i: number,
  n: number,
  j: number,
  m: number,
  out: ClauseVerdict,
): void {
  let mean = 0;
  for (let r = i; r < i + n; r++) {
    const first = clauses.first[r]!;
    const end = clauses.end[r]!;
    for (let c = clauses.offsets[r]!; c < clauses.offsets[r + 1]!; c++) {
      const at = clauses.starts[c]! - first;
      let inside = 0;
      for (let k = Math.max(j, first); k < Math.min(j + m, end); k++) {
        if (clauses.cosines[at + k]! > inside) inside = clauses.cosines[at + k]!;
      }
      const before = j - 1 >= first && j - 1 < end ? clauses.cosines[at + j - 1]! : 0;
      const after = j + m >= first && j + m < end ? clauses.cosines[at + j + m]! : 0;
      const leak = Math.max(before, after) - inside;
      if (leak > out.largestLeak) out.largestLeak = leak;
      if (leak > 0) out.leak += leak * clauses.shares[c]!;
      if (r === i && c === clauses.offsets[r] && before > inside) out.edgeLeak += before - inside;
      if (r === i + n - 1 && c === clauses.offsets[r + 1]! - 1 && after > inside) {
        out.edgeLeak += after - inside;
      }
      if (inside < out.weakest) out.weakest = inside;
      mean += inside * clauses.shares[c]!;
    }
  }
  out.mean += mean / n;
}

/** Largest cosine of a clause of a sentence with sentence `j` of the other side, 0 where unknown. */
export function bestClause(clauses: Clauses, sentence: number, j: number): number {
  if (j < clauses.first[sentence]! || j >= clauses.end[sentence]!) return 0;
  let best = 0;
  for (let c = clauses.offsets[sentence]!; c < clauses.offsets[sentence + 1]!; c++) {
    best = Math.max(best, clauses.cosines[clauses.starts[c]! + j - clauses.first[sentence]!]!);
  }
  return best;
}
