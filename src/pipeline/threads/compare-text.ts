/** Compares parts of a long text with short ones in a thread beside the one that aligns. */
import { NearestSentences } from '../../align/excerpt/nearest-sentences.js';
import type { Vectors } from '../../domain.js';
import { OnePlace } from '../../number-memory.js';
import { loadBundledBeside } from '../chosen-model.js';
import { compareParts, type NearestTable } from '../excerpts/compare-parts.js';

/**
 * Compares parts until there are none left, with the bundled model.
 *
 * @param spans where the sentences of the text begin and end, in turn
 * @param next see `CompareOrder`
 */
export async function compareText(
  text: string,
  spans: Int32Array,
  shorts: readonly Vectors[],
  next: Int32Array<SharedArrayBuffer>,
): Promise<NearestTable[]> {
  const embedder = await loadBundledBeside();
  const nearest = shorts.map((short) => new NearestSentences(short));
  const memory = new OnePlace();
  try {
    await compareParts(spans.length / 2, nearest, next, async (from, to) => {
      const texts = Array.from({ length: to - from }, (_, at) =>
        text.slice(spans[2 * (from + at)], spans[2 * (from + at) + 1]),
      );
      return (await embedder.embed(texts, { memory })).vectors;
    });
  } finally {
    await embedder.close();
  }
  return nearest.map(({ index, cosine }) => ({ index, cosine }));
}
