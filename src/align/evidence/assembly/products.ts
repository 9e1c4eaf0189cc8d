/** Rows of 16-bit integers that are to be multiplied. */
import { quantise as quantiseBy, quantisedOne } from '../../vectors/assembly/floats';

/** Rows of a word's own side are multiplied so many at a time: their number is rounded up to a multiple of it. */
export const ownTogether = 2;
/** The same for rows of the other side. */
export const othersTogether = 4;

/** The next multiple of a power of two. */
export function roundUp(value: i32, step: i32): i32 {
  return (value + step - 1) & -step;
}

/** Writes a row of 32-bit floats, times `quantisedOne`, as integers, halves rounded up. `count` is a multiple of 8. */
export function quantise(from: usize, to: usize, count: i32): void {
  quantiseBy(from, quantisedOne, to, count);
}
