import type { Sentence, Source, Stream } from '../domain.js';
import { areRelatives } from '../language/relatives.js';
import { primaryLanguage } from '../text/tags.js';

/** Options that decide which sentences are aligned with which. */
export interface StreamOptions {
  /** BCP-47 tags: streams of other languages are left out. */
  readonly only?: readonly string[];
  /** One stream per source, whatever languages its lines are in. */
  readonly segmented?: boolean;
}

/** A passage has at least this many consecutive sentences ... */
const minSentences = 2;
/** ... and at least this many characters; anything less is a quotation, a name or a mistake. */
const minLength = 150;
/** Related languages are easily confused, so a passage must be longer to count. */
const minLengthOfRelative = 500;
/** If languages alternate line by line, the share of the source that a language must have. */
const minShare = 0.15;
/** Paragraphs whose language is less certain than this are no evidence. */
const sureConfidence = 0.9;

/**
 * The streams of all sources: the sentences of one source in one language, without noise. A
 * language gets its own stream only if it has a real passage; single foreign sentences, quotations
 * and detection errors stay in the surrounding stream. Sources come in order, and the streams of a
 * source by first sentence.
 */
export function toStreams(sources: readonly Source[], options: StreamOptions = {}): Stream[] {
  return sources.flatMap((source, index) => sourceStreams(source, index, options));
}

/** The streams of one source, with index `index` in the run; as `toStreams`. */
export function sourceStreams(source: Source, index: number, options: StreamOptions): Stream[] {
  const only = options.only?.length ? new Set(options.only.map(primaryLanguage)) : null;
  return streamsOf(source, index, options.segmented === true).filter(
    ({ language }) => only === null || only.has(primaryLanguage(language)),
  );
}

function streamsOf(source: Source, index: number, segmented: boolean): Stream[] {
  const sentences = source.sentences.filter(({ noise }) => noise === null);
  if (sentences.length === 0) return [];
  const main = mainLanguage(sentences);
  const own = segmented ? new Set([main]) : ownLanguages(source, sentences, main);
  const streams = new Map<string, Sentence[]>();
  let current = main;
  for (const sentence of sentences) {
    if (own.has(sentence.language)) current = sentence.language;
    const list = streams.get(current);
    if (list) list.push(sentence);
    else streams.set(current, [sentence]);
  }
  return [...streams].map(([language, list]) => ({ source: index, language, sentences: list }));
}

/** The language with the most text; `und` only if there is no other. */
function mainLanguage(sentences: readonly Sentence[]): string {
  const lengths = new Map<string, number>();
  for (const { language, text } of sentences) {
    lengths.set(language, (lengths.get(language) ?? 0) + text.length);
  }
  return mostWritten(lengths);
}

/** The language with the most text; `und` only if there is no other. */
export function mostWritten(lengths: ReadonlyMap<string, number>): string {
  let main = 'und';
  let most = -1;
  for (const [language, length] of lengths) {
    if (language !== 'und' && length > most) [main, most] = [language, length];
  }
  return main;
}

/** Languages that have a passage, including the main language. */
function ownLanguages(
  { paragraphs }: Source,
  sentences: readonly Sentence[],
  main: string,
): Set<string> {
  const own = new Set([main]);
  const totals = new Map<string, number>();
  let whole = 0;
  const leastOf = (language: string): number =>
    areRelatives(language, main) ? minLengthOfRelative : minLength;
  let run = { language: '', count: 0, length: 0, least: 0 };
  for (const { language, paragraph, text } of sentences) {
    whole += text.length;
    if (language === 'und') continue;
    if (language !== run.language) {
      run = { language, count: 0, length: 0, least: leastOf(language) };
    }
    if ((paragraphs[paragraph - 1]?.confidence ?? 0) < sureConfidence) continue;
    run.count++;
    run.length += text.length;
    totals.set(language, (totals.get(language) ?? 0) + text.length);
    const passage = run.count >= minSentences || run.length >= 2 * run.least;
    if (passage && run.length >= run.least) own.add(language);
  }
  for (const [language, length] of totals) {
    if (length >= leastOf(language) && length >= minShare * whole) own.add(language);
  }
  return own;
}
