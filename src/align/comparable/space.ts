import { nearestNeighbours } from '../vectors/nearest-neighbours.js';
import type { NeighbourTable } from '../vectors/neighbour-table.js';
import { makeSpans } from './spans.js';
import type { Spans } from './spans.js';
import type { OrderedReading } from './ordered.js';
import { readText } from './text.js';
import type { TextEvidence } from './text.js';
import type { StreamInput } from '../input/stream-input.js';
import { baseLanguage } from '../../text/tags.js';
import { FoundWords } from '../likeness/found-words.js';
import { readLikeness, type Likeness } from '../likeness/likeness.js';

/** Number of neighbours that form a sentence's background (Artetxe & Schwenk 2019 use 4). */
const backgroundNeighbours = 4;
/** Neighbours kept for each sentence; those beyond the background distinguish competitors. */
export const keptNeighbours = 8;

/** All the data that candidate beads of two streams are scored on. */
export interface ComparableSpace {
  readonly spans: Spans;
  readonly nearestA: NeighbourTable;
  readonly nearestB: NeighbourTable;
  /**
   * Mean cosine of each sentence with its nearest on the other side: the level that unrelated
   * sentences reach.
   */
  readonly backgroundA: Float32Array;
  readonly backgroundB: Float32Array;
  readonly text: TextEvidence;
  readonly ordered: OrderedReading;
  readonly likeness: Likeness;
  readonly foundWords: FoundWords;
  /** How much two sentences are like each other above what strangers are, by vectors and letters. */
  readonly affinity: (i: number, j: number) => number;
  readonly sameLanguage: boolean;
  /** 1 for sentences that may be aligned. */
  readonly freeA: Uint8Array;
  readonly freeB: Uint8Array;
}

/**
 * Prepares two streams with a known ordered alignment. Sentences that are not free, or that have no
 * vector, are left out.
 */
export function makeSpace(
  a: StreamInput,
  b: StreamInput,
  freeA: ReadonlySet<number>,
  freeB: ReadonlySet<number>,
  ordered: OrderedReading,
  nearest = nearestNeighbours(a.embedding.vectors, b.embedding.vectors, keptNeighbours),
): ComparableSpace {
  const vectorsA = a.embedding.vectors;
  const vectorsB = b.embedding.vectors;
  const spans = makeSpans(vectorsA, vectorsB);
  const backgroundA = background(nearest.a);
  const backgroundB = background(nearest.b);
  const sameLanguage = baseLanguage(a.stream.language) === baseLanguage(b.stream.language);
  const likeness = readLikeness(a, b, sameLanguage);
  return {
    spans,
    nearestA: nearest.a,
    nearestB: nearest.b,
    backgroundA,
    backgroundB,
    likeness,
    foundWords: new FoundWords(a.embedding, b.embedding),
    affinity: (i, j) =>
      spans.pair(i, j) - (backgroundA[i]! + backgroundB[j]!) / 2 + likeness.pair(i, j),
    text: readText(a.stream, b.stream, { a: a.terms, b: b.terms }),
    ordered,
    sameLanguage,
    freeA: flags(vectorsA.norms, freeA),
    freeB: flags(vectorsB.norms, freeB),
  };
}

function background(table: NeighbourTable): Float32Array {
  const k = Math.min(backgroundNeighbours, table.k);
  const mean = new Float32Array(table.count);
  for (let row = 0; row < table.count; row++) {
    let sum = 0;
    for (let n = 0; n < k; n++) sum += table.cosine[row * table.k + n]!;
    mean[row] = sum / Math.max(1, k);
  }
  return mean;
}

function flags(norms: Float32Array, free: ReadonlySet<number>): Uint8Array {
  return Uint8Array.from(norms, (norm, position) => (norm > 0 && free.has(position) ? 1 : 0));
}
