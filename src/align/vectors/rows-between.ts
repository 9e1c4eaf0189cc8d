import type { Vectors } from '../../domain.js';

/** The unit rows `from` to `to` (exclusive), without making others. */
export function rowsBetween(vectors: Vectors, from: number, to: number): Float32Array {
  const { dimension } = vectors;
  return vectors.rows?.(from, to) ?? vectors.units.subarray(from * dimension, to * dimension);
}
