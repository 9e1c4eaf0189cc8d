import type { Vectors } from '../../domain.js';
import { rowsBetween } from './rows-between.js';

/** Some rows of a side, in the order given. */
export function pickRows(vectors: Vectors, rows: readonly number[]): Vectors {
  const { dimension, norms } = vectors;
  const picked = new Float32Array(rows.length * dimension);
  rows.forEach((row, at) => {
    picked.set(rowsBetween(vectors, row, row + 1), at * dimension);
  });
  return {
    count: rows.length,
    dimension,
    units: picked,
    norms: Float32Array.from(rows, (row) => norms[row] ?? 0),
  };
}
