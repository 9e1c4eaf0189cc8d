import type { Sentence, Source, Stream } from '../domain.js';

/** What decides which sentences are aligned with which. */
export interface StreamOptions {
  /** BCP-47 tags: streams of other languages are left out. */
  readonly only?: readonly string[];
  /** One stream a source, whatever its lines are in. */
  readonly segmented?: boolean;
}

/** A language with less than this in a source is a quotation, a name or a mistake. */
const MIN_SENTENCES = 2;
const MIN_LENGTH = 150;

/** The streams of all sources: the sentences of one source in one language, noise left out. */
export function toStreams(sources: readonly Source[], options: StreamOptions = {}): Stream[] {
  return sources.flatMap((source, index) => streamsOf(source, index, options));
}

function streamsOf(source: Source, index: number, options: StreamOptions): Stream[] {
  const sentences = source.sentences.filter(({ noise }) => noise === null);
  const lengths = new Map<string, { count: number; length: number }>();
  for (const { language, text } of sentences) {
    const sum = lengths.get(language) ?? { count: 0, length: 0 };
    lengths.set(language, { count: sum.count + 1, length: sum.length + text.length });
  }
  const byLength = [...lengths].sort((a, b) => b[1].length - a[1].length);
  const main = byLength[0]?.[0];
  if (main === undefined) return [];
  const own = new Set(
    options.segmented === true
      ? [main]
      : byLength
          .filter(
            ([language, { count, length }]) =>
              language === main ||
              (language !== 'und' && count >= MIN_SENTENCES && length >= MIN_LENGTH),
          )
          .map(([language]) => language),
  );
  const streams = new Map<string, Sentence[]>();
  let current = main;
  for (const sentence of sentences) {
    if (own.has(sentence.language)) current = sentence.language;
    const list = streams.get(current);
    if (list) list.push(sentence);
    else streams.set(current, [sentence]);
  }
  return [...streams]
    .filter(([language]) => !options.only?.length || options.only.includes(language))
    .map(([language, list]) => ({ source: index, language, sentences: list }));
}
