/** Long texts beside short ones: only what is near the short text is embedded for good. */
import { chooseExcerpt } from '../../align/excerpt/choose-excerpt.js';
import { isFarLonger } from '../../align/excerpt/far-longer.js';
import { NearestSentences } from '../../align/excerpt/nearest-sentences.js';
import type { ExcerptPlace } from '../../align/excerpt/whole-alignment.js';
import type { Anchor } from '../../align/input/anchors.js';
import { sliceVectors } from '../../align/input/pick-sentences.js';
import type { StreamInput } from '../../align/input/stream-input.js';
import type { Embedder, Embedding, Stream, Vectors } from '../../domain.js';
import { withoutMarkup } from '../../text/markup.js';

/** A stream with its vectors, or without them where only excerpts of it are aligned. */
export interface EmbeddedStream {
  readonly stream: Stream;
  readonly embedding: Embedding | null;
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

/** Sentences embedded at a time, whose vectors are then dropped. */
const atOnce = 8192;

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
  const texts = sentences.map(({ text }) => text);
  const vectorsOf = async (part: readonly string[], reuse?: Vectors): Promise<Vectors> =>
    (await embedder.embed(part, { ofMany: true, reuse })).vectors;
  const nearest = shorts.map((short) => new NearestSentences(short.embedding.vectors));
  let made: Vectors | undefined;
  for (let from = 0; from < texts.length; from += atOnce) {
    signal?.throwIfAborted();
    const to = Math.min(texts.length, from + atOnce);
    const vectors = embedding
      ? sliceVectors(embedding.vectors, from, to)
      : (made = await vectorsOf(texts.slice(from, to), made));
    for (const own of nearest) own.add(vectors, from);
    onProgress?.(to);
  }
  const excerpts: Excerpt[] = [];
  for (const [index, { side, anchors }] of shorts.entries()) {
    const fixed = anchors.flatMap((anchor) => anchor[side]);
    const positions = chooseExcerpt(nearest[index]!, texts.length, fixed, inOrder);
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
