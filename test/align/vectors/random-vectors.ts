import type { Vectors } from '../../../src/domain.js';
import { seededRandom } from '../../seeded-random.js';

/** Unit rows of random numbers, all of norm 1. */
export function randomVectors(count: number, dimension: number, seed: number): Vectors {
  const random = seededRandom(seed);
  const units = Float32Array.from({ length: count * dimension }, () => random() - 0.5);
  for (let row = 0; row < count; row++) {
    const own = units.subarray(row * dimension, (row + 1) * dimension);
    const norm = Math.hypot(...own);
    own.forEach((value, k) => (own[k] = value / norm));
  }
  return { count, dimension, units, norms: new Float32Array(count).fill(1) };
}

/** Product of two rows, summed up the simple way. */
export function simpleDot(a: Vectors, i: number, b: Vectors, j: number): number {
  let sum = 0;
  for (let k = 0; k < a.dimension; k++) {
    sum += a.units[i * a.dimension + k]! * b.units[j * a.dimension + k]!;
  }
  return sum;
}
