import type { Embedder, Embedding, EmbedOptions, Source, Stream } from '../../domain.js';
import { manyTexts } from '../../embed/pooled/vectors-on-demand.js';
import { sourceStreams, type StreamOptions } from '../../segment/streams.js';
import { withoutMarkup } from '../../text/markup.js';
import { canWait } from './can-wait.js';

/** Embeds a stream as it is aligned: without markup, with what the aligner needs. */
export function embedStream(
  embedder: Embedder,
  stream: Stream,
  options: Pick<EmbedOptions, 'memory' | 'onProgress'> = {},
): Promise<Embedding> {
  const texts = withoutMarkup(stream).sentences.map(({ text }) => text);
  return embedder.embed(texts, { ...options, pieces: true, onDemand: true });
}

/**
 * Embeds the streams of a source, away from where they are aligned. Null for those that are left to be embedded there.
 *
 * @param index of the source in the run
 * @param lengths characters of all sources
 */
export async function embedSource(
  source: Source,
  index: number,
  lengths: readonly number[],
  embedder: Embedder,
  options: StreamOptions,
): Promise<(Embedding | null)[]> {
  const embeddings: (Embedding | null)[] = [];
  for (const stream of sourceStreams(source, index, options)) {
    // Vectors that are made on demand can only be made where they are wanted.
    const isLeft = canWait(stream, lengths) || stream.sentences.length >= manyTexts;
    embeddings.push(isLeft ? null : await embedStream(embedder, stream));
  }
  return embeddings;
}
