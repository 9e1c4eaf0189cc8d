/** Rows of 16-bit integers that are to be multiplied. */
import { quantise as quantiseBy } from '../../vectors/assembly/floats';

/** What the numbers of rows that are multiplied are rounded up to. */
export const ownTogether = 2;
export const othersTogether = 4;

export function roundUp(value: i32, step: i32): i32 {
  return (value + step - 1) & -step;
}

/** Writes a row of 32-bit floats, times 2^14, as integers, halves rounded up. `count` is a multiple of 8. */
export function quantise(from: usize, to: usize, count: i32): void {
  quantiseBy(from, 16384, to, count);
}
