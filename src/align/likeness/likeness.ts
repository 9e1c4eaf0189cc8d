import type { StreamInput } from '../input/stream-input.js';
import { dot } from '../vectors/dot.js';
import { makeSpanComparer, pairCosine, type SpanComparer } from './compare-spans.js';
import { readGrams } from './grams.js';
import { nearestByGrams, type GramNeighbours } from './nearest-by-grams.js';
import { PairCache } from './pair-cache.js';

/** What the letters of two texts say, beside the vectors of their sentences. */
export interface Likeness {
  /** Cosine of the pieces of two sentences, 0 in texts of two languages. */
  readonly pair: (i: number, j: number) => number;
  readonly span: SpanComparer;
  /** Null in texts of two languages. */
  readonly nearest: { readonly a: GramNeighbours; readonly b: GramNeighbours } | null;
  /** Cosine of the vectors of each sentence and the next one of its own side. */
  readonly cohesionA: Float32Array;
  readonly cohesionB: Float32Array;
}

/** Compares the letters of two streams if they are in one language. */
export function readLikeness(a: StreamInput, b: StreamInput, sameLanguage: boolean): Likeness {
  const cohesion = { cohesionA: readCohesion(a), cohesionB: readCohesion(b) };
  if (!sameLanguage) {
    const nothing = { cosine: 0, cover: 0 };
    return { pair: () => 0, span: () => nothing, nearest: null, ...cohesion };
  }
  const grams = readGrams(a.stream, b.stream);
  const pairs = new PairCache(a.stream.sentences.length, b.stream.sentences.length, (i, j) =>
    pairCosine(grams.a, i, grams.b, j, grams.rarity),
  );
  const pair = (i: number, j: number): number => pairs.get(i, j);
  return { pair, span: makeSpanComparer(grams), nearest: nearestByGrams(grams), ...cohesion };
}

function readCohesion({ embedding: { vectors } }: StreamInput): Float32Array {
  const { count, dimension, units } = vectors;
  return Float32Array.from({ length: Math.max(0, count - 1) }, (_, k) =>
    dot(units, k * dimension, units, (k + 1) * dimension, dimension),
  );
}
