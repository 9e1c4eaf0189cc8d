/**
 * The arithmetic of the graph, in the runtime's order: additions of 32 bits are not associative, and
 * a vector must not depend on which of the two computed it. Onnxruntime 1.14 squares one number after
 * the other; how it adds rows up, `RowTable` does.
 */

/** The length of a vector. */
export function lengthOf(vector: Float32Array): number {
  const { fround } = Math;
  let square = 0;
  for (let i = 0; i < vector.length; i += 1) {
    const value = vector[i] ?? 0;
    square = fround(square + fround(value * value));
  }
  return fround(Math.sqrt(square));
}

/** Writes a vector divided by its length, which is at least `least`, to `units` from `at` on. */
export function writeUnit(
  vector: Float32Array,
  length: number,
  least: number,
  units: Float32Array,
  at: number,
): void {
  const divisor = Math.max(length, least);
  for (let i = 0; i < vector.length; i += 1) units[at + i] = (vector[i] ?? 0) / divisor;
}
