import type { Sentence, Vectors } from '../../domain.js';
import { Copies, Layout } from '../../webassembly.js';
import type { UnitRows } from '../vectors/kernel.js';
import type { Block, ProductStore } from '../vectors/product-store.js';
import { longestSpan } from './bead-shapes.js';
import type { StreamInput } from '../input/stream-input.js';

/**
 * One side as the lattice sees it: the sentences that can be aligned, without those that are taken
 * (fixed by an anchor out of order) and those whose vector is zero (empty lines, unknown script).
 */
export interface Side {
  readonly sentences: readonly Sentence[];
  /** Position in the stream of each sentence here. */
  readonly positions: Int32Array;
  readonly count: number;
  readonly dimension: number;
  /** All rows of the stream, unit length. No getter: V8 keeps one, with all behind it, until it collects everything. */
  readonly vectors: Vectors;
  /** Where the row of each sentence here begins in its `units`. */
  readonly starts: Int32Array;
  /** Length of each sentence's unnormalised sum, by sentence here. */
  readonly norms: Float64Array;
  /** How many barriers (left-out sentences, ends of anchors) stand before sentence i; no bead bridges one. */
  readonly barriers: Int32Array;
}

/** Prepares one side. `taken` marks positions that are out of the lattice. */
export function makeSide(input: StreamInput, taken: ReadonlySet<number>): Side {
  const { vectors } = input.embedding;
  const all = input.stream.sentences;
  const kept: number[] = [];
  const barriers: number[] = [];
  let left = 0;
  for (let i = 0; i < all.length; i++) {
    if (taken.has(i) || !(vectors.norms[i]! > 0)) left++;
    else {
      kept.push(i);
      barriers.push(left);
    }
  }
  return {
    sentences: kept.map((position) => all[position]!),
    positions: Int32Array.from(kept),
    count: kept.length,
    dimension: vectors.dimension,
    vectors,
    starts: Int32Array.from(kept, (position) => position * vectors.dimension),
    norms: Float64Array.from(kept, (position) => vectors.norms[position]!),
    barriers: Int32Array.from(barriers),
  };
}

/** The unit rows of all sentences of a side. */
export function allRows({ vectors, starts }: Side): UnitRows {
  return { units: vectors.units, starts };
}

/** The unit rows of the sentences `from` to `to` (exclusive) of a side, and where each begins; others are not made. */
export function unitRows(side: Side, from: number, to: number): UnitRows {
  const { vectors, dimension, positions, starts } = side;
  if (vectors.rows === undefined)
    return { units: vectors.units, starts: starts.subarray(from, to) };
  if (from >= to) return { units: new Float32Array(0), starts: new Int32Array(0) };
  const first = positions[from]!;
  return {
    units: vectors.rows(first, positions[to - 1]! + 1),
    starts: positions.subarray(from, to).map((position) => (position - first) * dimension),
  };
}

/**
 * 1 / length of the sum of the sentences i..i+n-1, at `i * longestSpan + n - 1`; 0 past the end.
 * Cost: `longestSpan` products a sentence.
 */
export function inverseSpans(
  { count, norms }: Side,
  store: ProductStore,
  block: Block,
): Float64Array {
  const { kernel, stride, outAt } = store;
  const layout = new Layout(store.end);
  const copies = new Copies(layout);
  const normsAt = copies.add(norms);
  const values = count * longestSpan;
  const within = layout.reserve(values * Float64Array.BYTES_PER_ELEMENT);
  const inverse = layout.reserve(values * Float64Array.BYTES_PER_ELEMENT);
  copies.write(kernel.memory);
  kernel.inverseSpans(store.rowAt(block, 0), stride, count, normsAt, within, inverse, outAt);
  return new Float64Array(kernel.memory.buffer, inverse, values).slice();
}
