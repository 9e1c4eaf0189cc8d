/** Long texts beside short ones: only what is near the short text is embedded for good. */
import { chooseExcerpt } from '../../align/excerpt/choose-excerpt.js';
import { isFarLonger } from '../../align/excerpt/far-longer.js';
import { NearestSentences } from '../../align/excerpt/nearest-sentences.js';
import type { ExcerptPlace } from '../../align/excerpt/whole-alignment.js';
import type { Anchor } from '../../align/input/anchors.js';
import { sliceVectors } from '../../align/input/pick-sentences.js';
import type { StreamInput } from '../../align/input/stream-input.js';
import type { Embedder, Embedding, Stream, Vectors } from '../../domain.js';
import { OnePlace } from '../../number-memory.js';
import { withoutMarkup } from '../../text/markup.js';
import {
  compareOthers,
  compareParts,
  partCounter,
  type CompareElsewhere,
  type NearestTable,
} from './compare-parts.js';

/** A stream with its vectors, or without them where only excerpts of it are aligned. */
export interface EmbeddedStream {
  readonly stream: Stream;
  readonly embedding: Embedding | null;
  /** Has parts of it compared with short texts at the same time as here. */
  readonly compareElsewhere?: CompareElsewhere | undefined;
}

/** The part of a long stream that is aligned with a short one, and its vectors. */
export interface Excerpt extends ExcerptPlace {
  readonly input: StreamInput;
}

/** The side of a pair that is aligned in part, by the numbers of sentences; null if both are aligned whole. */
export function longSide(a: Stream, b: Stream): 'a' | 'b' | null {
  const [countA, countB] = [a.sentences.length, b.sentences.length];
  return isFarLonger(countA, countB) ? 'a' : isFarLonger(countB, countA) ? 'b' : null;
}

/** A short stream beside a long one. */
export interface ShortSide {
  readonly embedding: Embedding;
  /** The side of the pair on which the long one is. */
  readonly side: 'a' | 'b';
  /** Known links between the two. */
  readonly anchors: readonly Anchor[];
}

/**
 * The excerpts of a long stream for each of some short ones.
 *
 * @param long whose vectors are used if they are known
 * @param inOrder whether all texts are to be aligned in the same order
 * @param onProgress called with the number of its sentences that were compared
 */
export async function findExcerpts(
  long: EmbeddedStream,
  shorts: readonly ShortSide[],
  embedder: Embedder,
  {
    inOrder = false,
    onProgress,
    signal,
  }: {
    readonly inOrder?: boolean;
    readonly onProgress?: (done: number) => void;
    readonly signal?: AbortSignal | undefined;
  } = {},
): Promise<Excerpt[]> {
  const { stream, embedding } = long;
  const { sentences } = withoutMarkup(stream);
  const nearest = shorts.map((short) => new NearestSentences(short.embedding.vectors));
  const memory = new OnePlace();
  const vectorsOf = async (from: number, to: number): Promise<Vectors> => {
    signal?.throwIfAborted();
    if (embedding) return sliceVectors(embedding.vectors, from, to);
    const texts = sentences.slice(from, to).map(({ text }) => text);
    return (await embedder.embed(texts, { memory })).vectors;
  };
  const next = partCounter();
  const elsewhere = compareElsewhere(long, shorts, next);
  const count = sentences.length;
  const done = await compareParts(count, nearest, next, vectorsOf, onProgress);
  const tables = await elsewhere;
  if (tables) nearest.forEach((own, at) => own.join(tables[at]!));
  else await compareOthers(done, count, nearest, vectorsOf);
  const excerpts: Excerpt[] = [];
  for (const [index, { side, anchors }] of shorts.entries()) {
    const fixed = anchors.flatMap((anchor) => anchor[side]);
    const positions = chooseExcerpt(nearest[index]!, count, fixed, inOrder);
    const own = Array.from(positions, (at) => sentences[at]!);
    const part = await embedder.embed(
      own.map(({ text }) => text),
      { pieces: true },
    );
    excerpts.push({
      side,
      positions,
      input: { stream: { ...stream, sentences: own }, embedding: part },
    });
  }
  return excerpts;
}

/** Sentences with markup say something else than stands at their places, and vectors that are known are not made. */
function compareElsewhere(
  { stream, embedding, compareElsewhere: compare }: EmbeddedStream,
  shorts: readonly ShortSide[],
  next: Int32Array<SharedArrayBuffer>,
): Promise<readonly NearestTable[] | null> | null {
  const { source, sentences } = stream;
  if (compare === undefined || embedding !== null) return null;
  if (sentences.some(({ markup }) => markup !== undefined)) return null;
  const spans = new Int32Array(2 * sentences.length);
  sentences.forEach(({ start, end }, at) => {
    spans[2 * at] = start;
    spans[2 * at + 1] = end;
  });
  // Plain data, which can be sent.
  const vectors = shorts.map(({ embedding: { vectors: own } }) => {
    const { count, dimension, units, norms } = own;
    return { count, dimension, units, norms };
  });
  return compare({ source, spans, shorts: vectors, next });
}
