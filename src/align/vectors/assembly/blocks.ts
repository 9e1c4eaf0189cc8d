/** The sums of neighbouring sentences' vectors (see search/pyramid.ts). */
import { accumulate, dot, quantise, quantisedOne } from './floats';
import { floatAt } from '../../assembly/arrays';

/**
 * Makes unit rows of the sums of one level, as 16-bit integers from `to` on; adds the unit rows up to their mean, and
 * the sums two by two to those of the level above, unless `above` is 0. `width` is the number of floats of a row.
 */
export function makeLevel(
  sums: usize,
  count: i32,
  width: i32,
  to: usize,
  mean: usize,
  above: usize,
): void {
  const bytes = (<usize>width) << 2;
  for (let i = 0; i < count; i++) {
    const square = dot(sums, sums, width);
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    quantise(sums, scale * quantisedOne, to, width);
    accumulate(mean, sums, scale / count, width);
    if (above != 0) accumulate(above + <usize>(i >> 1) * bytes, sums, 1, width);
    sums += bytes;
    to += bytes >> 1;
  }
}

/** Where one side's sentences are added up. */
@unmanaged
class Sentences {
  /** How many there are in all. */
  count: i32;
  /** Floats of a row. */
  width: i32;
  /** The first level whose sums are kept; 0 if there are no blocks. */
  lowest: i32;
  /** Those sums. */
  sums: usize;
  /** The open block of each level below: the first is of two sentences. */
  parts: usize;
  mean: usize;
  /** Some unit rows of sentences, and the lengths of their vectors. */
  rows: usize;
  norms: usize;
}

/**
 * Adds the sentences first..first+count-1 up to the blocks of the lowest level that is kept, pair by pair, as whole
 * levels would be: sums of 32 bits depend on the order.
 */
export function addSentences(side: Sentences, first: i32, count: i32): void {
  const width = side.width;
  const lowest = side.lowest;
  const bytes = (<usize>width) << 2;
  const share: f64 = 1 / <f64>side.count;
  let row = side.rows;
  for (let i = first; i < first + count; i++) {
    accumulate(side.mean, row, share, width);
    if (lowest > 0) {
      const sum = side.sums + <usize>(i >> lowest) * bytes;
      accumulate(lowest == 1 ? sum : side.parts, row, floatAt(side.norms, i - first), width);
      for (let level = 1; level < lowest; level++) {
        const isFull = ((i + 1) & ((1 << level) - 1)) == 0 || i + 1 == side.count;
        if (!isFull) break;
        const part = side.parts + <usize>(level - 1) * bytes;
        accumulate(level + 1 == lowest ? sum : part + bytes, part, 1, width);
        memory.fill(part, 0, bytes);
      }
    }
    row += bytes;
  }
}
