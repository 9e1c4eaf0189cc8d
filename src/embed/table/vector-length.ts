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
