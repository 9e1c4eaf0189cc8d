import { dot } from './dot.js';
import { floatRowBytes, loadKernel, releaseKernel } from './kernel.js';
import type { Embedding, Vectors } from '../../domain.js';
import { oncePerCell, spreadPairs } from '../numeric/spread-pairs.js';

/**
 * From this mean cosine of unrelated sentences on, all vectors of a model are assumed to share one
 * direction.
 */
const crowdedCosine = 0.45;
const sampleCount = 500;
/** Sentences of both sides that are copied to a kernel, which multiplies them several times as fast. */
const fewRows = 256;

/**
 * Some models give any two sentences a high cosine (e5: over 0.7). If two streams are like that,
 * the mean vector of each is subtracted, which brings unrelated sentences to a cosine near 0, as
 * the weights expect. Pieces are dropped, because their sums would no longer match the sentences.
 * Otherwise the inputs are unchanged.
 */
export function takeOutBackground(
  first: Embedding,
  second: Embedding,
): readonly [Embedding, Embedding] {
  const [a, b] = [first.vectors, second.vectors];
  if (unrelatedCosine(a, b) < crowdedCosine) return [first, second];
  return [centre(first), centre(second)];
}

function unrelatedCosine(a: Vectors, b: Vectors): number {
  if (a.count < 8 || b.count < 8) return 0;
  const mean = (cosine: (i: number, j: number) => number): number => {
    let sum = 0;
    spreadPairs(sampleCount, a.count, b.count, (i, j) => {
      sum += cosine(i, j);
    });
    return sum / sampleCount;
  };
  const { dimension } = a;
  if (a.count + b.count > fewRows || dimension % 4 !== 0)
    return mean((i, j) => dot(a.units, i * dimension, b.units, j * dimension, dimension));
  const stride = floatRowBytes(dimension);
  const kernel = loadKernel((a.count + b.count) * stride);
  for (const { units, count, at } of [
    { ...a, at: 0 },
    { ...b, at: a.count },
  ]) {
    for (let i = 0; i < count; i++) {
      const row = new Float32Array(kernel.memory.buffer, (at + i) * stride, dimension);
      row.set(units.subarray(i * dimension, (i + 1) * dimension));
    }
  }
  const cosine = oncePerCell(sampleCount, a.count, b.count, (i, j) =>
    kernel.dot(i * stride, (a.count + j) * stride, stride / 4),
  );
  const result = mean(cosine);
  releaseKernel(kernel);
  return result;
}

function centre({ vectors }: Embedding): Embedding {
  const { count, dimension } = vectors;
  const mean = new Float32Array(dimension);
  let known = 0;
  for (let i = 0; i < count; i++) {
    if (!(vectors.norms[i]! > 0)) continue;
    known++;
    for (let d = 0; d < dimension; d++) mean[d]! += vectors.units[i * dimension + d]!;
  }
  const units = vectors.units.slice();
  const norms = vectors.norms.slice();
  for (let i = 0; i < count; i++) {
    if (!(norms[i]! > 0)) continue;
    const start = i * dimension;
    for (let d = 0; d < dimension; d++) units[start + d]! -= mean[d]! / known;
    const length = Math.sqrt(dot(units, start, units, start, dimension));
    norms[i]! *= length;
    for (let d = 0; d < dimension; d++) units[start + d]! /= length > 0 ? length : 1;
  }
  return { vectors: { count, dimension, units, norms }, pieces: null };
}
