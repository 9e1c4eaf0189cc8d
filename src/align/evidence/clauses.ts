import type { Embedding, Pieces, Vectors } from '../../domain.js';
import { Copies, Layout } from '../../webassembly.js';
import type { Nearby } from './nearby.js';
import { pieceKinds } from './piece-kinds.js';
import { withProgram } from './program.js';
import type { Block, ProductStore } from '../vectors/product-store.js';
import type { Side } from '../search/side.js';
import { floatRowBytes } from '../vectors/kernel.js';
import { pieceRow } from '../vectors/piece-row.js';

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

/** Sentences that are compared at a time: their vectors are in the kernel's memory together. */
const sentencesAtOnce = 64;
const singleBytes = Float32Array.BYTES_PER_ELEMENT;

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
  const { pieces } = embedding;
  const cuts = pieces === null ? noCuts(side) : cutClauses(side, pieces, nearby);
  const clauses = layOutClauses(side, cuts, nearby);
  const { kernel, stride } = store;
  const { units, norms, dimension } = pieces?.sums ?? embedding.vectors;
  const bytes = floatRowBytes(dimension);
  const layout = new Layout(store.end);
  const copies = new Copies(layout);
  const used = usedPieces(side, cuts, pieces);
  const rowsAt = layout.reserve(used.rows.length * bytes);
  const wholesAt = layout.reserve(sentencesAtOnce * bytes);
  const lengthsAt = layout.reserve(sentencesAtOnce * singleBytes);
  const cosinesAt = layout.reserve(clauses.count * singleBytes);
  const lists = copies.table(
    ...[bytes / singleBytes, stride, store.rowAt(own, 0), store.rowAt(own === 0 ? 1 : 0, 0)],
    ...[nearby.first, nearby.end, clauses.offsets, clauses.starts].map((list) => copies.add(list)),
    ...[cuts.offsets, cuts.places, used.ids].map((list) => copies.add(list)),
    rowsAt,
    copies.add(Float32Array.from(used.rows, (row) => pieces?.vectors.norms[row] ?? 0)),
    wholesAt,
    lengthsAt,
    layout.reserve(bytes),
    layout.reserve(bytes),
    layout.reserve(stride),
    cosinesAt,
  );
  copies.write(kernel.memory);
  const { buffer } = kernel.memory;
  const rows = (at: number, count: number): Float32Array =>
    new Float32Array(buffer, at, (count * bytes) / singleBytes);
  if (pieces !== null) copyRows(pieces.vectors, used.rows, rows(rowsAt, used.rows.length));
  for (let from = 0; from < side.count; from += sentencesAtOnce) {
    const to = Math.min(side.count, from + sentencesAtOnce);
    const positions = side.positions.subarray(from, to);
    if (cuts.offsets[to]! > cuts.offsets[from]!) {
      copyRows({ units, dimension }, positions, rows(wholesAt, positions.length));
      const lengths = new Float32Array(buffer, lengthsAt, positions.length);
      for (let k = 0; k < positions.length; k++) lengths[k] = norms[positions[k]!]!;
    }
    kernel.compareClauses(lists, from, to, scale);
  }
  return {
    offsets: clauses.offsets,
    shares: clauses.shares,
    first: nearby.first,
    end: nearby.end,
    starts: clauses.starts,
    cosines: new Float32Array(buffer, cosinesAt, clauses.count).slice(),
  };
}

/** Copies rows of vectors to a place in the kernel, where they may be longer. */
function copyRows(
  { units, dimension }: Pick<Vectors, 'units' | 'dimension'>,
  rows: Int32Array,
  target: Float32Array,
): void {
  const width = target.length / rows.length;
  if (width > dimension) target.fill(0);
  for (let k = 0; k < rows.length; k++) {
    const start = rows[k]! * dimension;
    target.set(units.subarray(start, start + dimension), k * width);
  }
}

/** Clauses whose cosines are not known yet, and how many of these there will be. */
function layOutClauses(
  side: Side,
  cuts: Cuts,
  { first, end }: Nearby,
): Pick<Clauses, 'offsets' | 'shares' | 'starts'> & { readonly count: number } {
  const offsets = new Int32Array(side.count + 1);
  for (let i = 0; i < side.count; i++) {
    offsets[i + 1] = offsets[i]! + Math.max(1, clausesOf(cuts, i));
  }
  const shares = new Float32Array(offsets[side.count]!);
  const starts = new Int32Array(offsets[side.count]!);
  let count = 0;
  for (let i = 0; i < side.count; i++) {
    const cut = cuts.offsets[i]!;
    const parts = clausesOf(cuts, i);
    const whole = cuts.places[cut + parts]! - cuts.places[cut]!;
    const width = Math.max(0, end[i]! - first[i]!);
    for (let c = 0; c < Math.max(1, parts); c++) {
      const clause = offsets[i]! + c;
      shares[clause] =
        parts === 0 ? 1 : (cuts.places[cut + c + 1]! - cuts.places[cut + c]!) / whole;
      starts[clause] = count;
      count += width;
    }
  }
  return { offsets, shares, starts, count };
}

/** Number of clauses into which a sentence is cut; 0 if it stays whole. */
function clausesOf({ offsets }: Cuts, sentence: number): number {
  const clauses = offsets[sentence + 1]! - offsets[sentence]! - 1;
  return clauses < 2 ? 0 : clauses;
}

/**
 * The rows of the pieces of all sentences that are cut, each once, and the pieces of the text as numbers of these.
 * O(pieces).
 */
function usedPieces(
  side: Side,
  cuts: Cuts,
  pieces: Pieces | null,
): { readonly rows: Int32Array; readonly ids: Int32Array } {
  if (pieces === null) return { rows: new Int32Array(0), ids: new Int32Array(0) };
  const ids = new Int32Array(pieces.ids.length);
  const used = new Int32Array(pieces.texts.length);
  /** Piece -> 1 + number. */
  const numbers = new Int32Array(pieces.texts.length);
  let count = 0;
  for (let i = 0; i < side.count; i++) {
    const parts = clausesOf(cuts, i);
    if (parts === 0) continue;
    const end = cuts.places[cuts.offsets[i]! + parts]!;
    for (let k = cuts.places[cuts.offsets[i]!]!; k < end; k++) {
      const id = pieces.ids[k]!;
      if (numbers[id] === 0) {
        used[count++] = pieceRow(pieces, id);
        numbers[id] = count;
      }
      ids[k] = numbers[id]! - 1;
    }
  }
  return { rows: used.subarray(0, count), ids };
}

/** Piece numbers where the clauses of each sentence begin, and where the last one ends. */
interface Cuts {
  /** Those of sentence i: `offsets[i]..offsets[i + 1]`; none of a sentence that is not split. */
  readonly offsets: Int32Array;
  readonly places: Int32Array;
}

const noCuts = (side: Side): Cuts => ({
  offsets: new Int32Array(side.count + 1),
  places: new Int32Array(0),
});

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
