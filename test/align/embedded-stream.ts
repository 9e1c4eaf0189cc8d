/** Sentences given as text, as the stream with vectors that an aligner takes. */
import type { StreamInput } from '../../src/align/input/stream-input.js';
import type { Embedder, Sentence } from '../../src/domain.js';

export async function embeddedStream(
  embedder: Embedder,
  source: number,
  language: string,
  texts: string[],
): Promise<StreamInput> {
  let start = 0;
  const sentences = texts.map((text, k): Sentence => {
    const from = start;
    start += text.length + 1;
    return {
      number: k + 1,
      paragraph: 1,
      language,
      text,
      noise: null,
      start: from,
      end: from + text.length,
    };
  });
  return {
    stream: { source, language, sentences },
    embedding: await embedder.embed(texts, { pieces: true }),
  };
}
