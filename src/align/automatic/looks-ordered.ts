import { pickSentences } from '../input/pick-sentences.js';
import type { StreamInput } from '../input/stream-input.js';
import { heaviestChain } from '../order/heaviest-chain.js';
import { NearestRows } from '../vectors/nearest-rows.js';

/** Smaller texts are aligned in order in any case: that costs little. */
const largeText = 300;
/** Sentences of the first text that are looked up in the second. */
const samples = 400;
/** Share of them that runs in order in a translation, a few wrong neighbours apart. */
const leastInOrder = 0.9;

/**
 * Whether two texts seem to run in the same order: the nearest neighbours of a sample of sentences, those that stand
 * out most, nearly all ascend. Cost: the sample times the second text.
 */
export function looksOrdered(a: StreamInput, b: StreamInput): boolean {
  const count = a.stream.sentences.length;
  if (Math.min(count, b.stream.sentences.length) < largeText) return true;
  const rows = Array.from({ length: samples }, (_, at) => Math.floor((at * count) / samples));
  const sample = pickSentences(a, rows);
  const nearest = new NearestRows(sample.embedding.vectors);
  const { k, index, cosine } = nearest.find(b.embedding.vectors, 2);
  nearest.release();
  const links = rows
    .map((_, at) => ({
      a: at,
      b: index[at * k]!,
      lead: cosine[at * k]! - cosine[at * k + 1]!,
      weight: 1,
    }))
    .filter((link) => link.b >= 0)
    .sort((x, y) => y.lead - x.lead || x.a - y.a)
    .slice(0, samples / 2);
  const inOrder = heaviestChain(links).reduce((sum, flag) => sum + flag, 0);
  return inOrder >= leastInOrder * links.length;
}
