/** How similar words are: by the model's vectors, and by their letters. */
import type { Vectors } from '../../domain.js';

/** Vectors of words, by the word as written. */
export interface WordVectors {
  readonly places: ReadonlyMap<string, number>;
  readonly vectors: Vectors;
}

/** The cosine of two words as written; 0 if one is unknown. */
export function wordCosine({ places, vectors }: WordVectors, a: string, b: string): number {
  const { units, dimension } = vectors;
  const x = places.get(a);
  const y = places.get(b);
  if (x === undefined || y === undefined) return 0;
  let sum = 0;
  const [from, to] = [x * dimension, y * dimension];
  for (let d = 0; d < dimension; d++) sum += units[from + d]! * units[to + d]!;
  return sum;
}

const digit = /\p{Nd}/u;
const prefix = 5;

/**
 * What two keys say to each other by their letters alone: 1 if they are the same, -1 for different numbers, which mean
 * different things however similar a model finds them, something for a common beginning, else 0.
 */
export function letterLikeness(a: string, b: string): number {
  if (a === b) return 1;
  if (digit.test(a) || digit.test(b)) return -1;
  if (a.length < prefix || b.length < prefix) return 0;
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same++;
  return same < prefix - 1 ? 0 : same / Math.max(a.length, b.length);
}
