import { Checker } from '../../src/check/checker.js';
import type { Embedder, Sentence, Stream } from '../../src/domain.js';
import { featuresOf } from '../../src/quality/features.js';
import type { QualityPair } from '../../src/quality/pair.js';
import { learnProfile } from '../../src/quality/profile.js';
import type { MadePair } from './noise.js';

/** The features of pairs that are one document. */
export async function featuresOfMade(
  made: readonly MadePair[],
  languages: readonly [string, string],
  embedder: Embedder,
): Promise<number[][]> {
  const streams = [made.map(({ a }) => a), made.map(({ b }) => b)].map((texts, source) =>
    streamOf(texts, source, languages[source] ?? 'und'),
  );
  const rows = made.map((_, at) => ({ cells: [[at], [at]] }));
  const checker = new Checker(streams, rows);
  const pairs = made.map(({ a, b }, at): QualityPair => ({
    a: { text: a, language: languages[0] },
    b: { text: b, language: languages[1] },
    checks: new Set(checker.check(rows[at] ?? { cells: [] }).map(({ code }) => code)).size,
  }));
  const embedding = await embedder.embed(
    pairs.flatMap(({ a, b }) => [a.text, b.text]),
    { pieces: true },
  );
  const profile = learnProfile(pairs, embedding);
  return pairs.map((pair, at) => featuresOf(pair, embedding, at, profile));
}

function streamOf(texts: readonly string[], source: number, language: string): Stream {
  let start = 0;
  const sentences = texts.map((text, index): Sentence => {
    const own = { number: index + 1, paragraph: index + 1, start, end: start + text.length };
    start += text.length + 1;
    return { ...own, language, text, noise: null };
  });
  return { source, language, sentences };
}
