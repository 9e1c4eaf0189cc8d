import type { Vectors } from '../../domain.js';
import { rowsBetween } from './rows-between.js';

/**
 * Cosine of two sets of sentences, each the sum of its sentences' unnormalised vectors; 0 if one has no vector.
 * Cost: the sentences times the dimension.
 */
export function spanCosine(
  a: Vectors,
  x: readonly number[],
  b: Vectors,
  y: readonly number[],
): number {
  const left = sumOf(a, x);
  const right = sumOf(b, y);
  let product = 0;
  let squareA = 0;
  let squareB = 0;
  for (let d = 0; d < left.length; d++) {
    product += left[d]! * right[d]!;
    squareA += left[d]! * left[d]!;
    squareB += right[d]! * right[d]!;
  }
  return squareA > 0 && squareB > 0 ? product / Math.sqrt(squareA * squareB) : 0;
}

function sumOf(vectors: Vectors, positions: readonly number[]): Float64Array {
  const { norms, dimension } = vectors;
  const sum = new Float64Array(dimension);
  for (const position of positions) {
    const norm = norms[position]!;
    const unit = rowsBetween(vectors, position, position + 1);
    for (let d = 0; d < dimension; d++) sum[d]! += unit[d]! * norm;
  }
  return sum;
}
