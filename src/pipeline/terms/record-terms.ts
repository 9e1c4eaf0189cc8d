/** The terms of aligned texts, with the vectors of their words. */
import { foldWord, splitPlacedWords, type PlacedWord } from '../../text/placed-words.js';
import { mostWords, WordTies } from '../../align/words/word-ties.js';
import type { Embedder } from '../../domain.js';
import { wordLists } from '../../language/common-words.js';
import { findTerms, type TermOptions } from '../../terms/find-terms.js';
import type { FoundTerms } from '../../terms/found-terms.js';
import type { TextPair } from '../../terms/phrases.js';
import { weighWords, type WordWeights } from '../../terms/word-weights.js';
import { WordCounts } from '../words/embed-words.js';
import { baseLanguage } from '../../text/tags.js';
import type { PassingRecords } from '../../write/records/passing-rows.js';
import type { Cell, OutputRecord } from '../../write/records/records.js';

/** Longer texts are looked at in part: pairs, and UTF-16 units of both texts. */
const mostPairs = 25_000;
const mostText = 6_000_000;

/**
 * Finds the terms of two streams of an alignment. Rejected pairs teach nothing, and what is repeated word for word, as in menus,
 * counts once. Of a very long alignment, evenly spaced pairs are looked at. Near linear in the text.
 *
 * @param streams indices of two streams
 * @param embedder the bundled model
 */
export async function termsOfRecords(
  { head, batches }: PassingRecords,
  streams: readonly [number, number],
  embedder: Embedder,
  options: TermOptions,
): Promise<FoundTerms> {
  const sample = new PairSample();
  for await (const batch of batches)
    for (const record of batch) {
      const texts = textsOf(record, streams);
      if (texts !== null) sample.add(texts);
    }
  const words = wordReader();
  const pairs = sample.pairs().map(({ id, a, b }): TextPair => ({
    id,
    a: { text: a.text, words: words(a) },
    b: { text: b.text, words: words(b) },
  }));
  const languages: [string, string] = [
    head.streams[streams[0]]?.language ?? 'und',
    head.streams[streams[1]]?.language ?? 'und',
  ];
  const counts = new WordCounts();
  for (const { a, b } of pairs)
    for (const words of [a.words, b.words]) for (const { text } of words) counts.add(text);
  const known = await counts.embed(embedder);
  const ties = new WordTies(
    pairs.map(({ a, b }) => ({ a: a.words, b: b.words })),
    known,
  );
  const weights = (side: 'a' | 'b'): WordWeights =>
    weighWords(wordsOf(pairs, side), known, commonWords(languages[side === 'a' ? 0 : 1]));
  const terms = findTerms(pairs, ties, { a: weights('a'), b: weights('b') }, options);
  const byId = new Map(pairs.map((pair) => [pair.id, pair]));
  return {
    languages,
    pairs: pairs.length,
    left: sample.left,
    terms: terms.map((term) => {
      const example = byId.get(term.example);
      return { ...term, exampleA: example?.a.text ?? '', exampleB: example?.b.text ?? '' };
    }),
  };
}

/** Reads the words of texts. Equal words are one string: a piece of a text takes as much memory as itself. */
function wordReader(): (side: RowTexts['a']) => PlacedWord[] {
  const known = new Map<string, string>();
  const same = (word: string): string => {
    const own = known.get(word);
    if (own !== undefined) return own;
    known.set(word, word);
    return word;
  };
  return ({ text, language }) =>
    splitPlacedWords(text, language, mostWords).map((word) => ({
      ...word,
      text: same(word.text),
      key: same(word.key),
    }));
}

/** Two texts of a row. */
interface RowTexts {
  readonly id: number;
  readonly a: { readonly text: string; readonly language: string };
  readonly b: { readonly text: string; readonly language: string };
}

/** The texts of a row in two streams; null if it links none there. */
function textsOf(
  { id, cells, status }: OutputRecord,
  [first, second]: readonly [number, number],
): RowTexts | null {
  if (status === 'rejected') return null;
  const a = cells.find((cell) => cell?.stream === first);
  const b = cells.find((cell) => cell?.stream === second);
  if (!a || !b) return null;
  const side = ({ plain, text, language }: Cell) => ({ text: plain ?? text, language });
  return { id, a: side(a), b: side(b) };
}

/** Evenly spaced pairs of a sequence whose length nobody knows. */
class PairSample {
  #kept: RowTexts[] = [];
  #size = 0;
  #step = 1;
  #count = 0;

  add(texts: RowTexts): void {
    if (this.#count++ % this.#step !== 0) return;
    this.#kept.push(texts);
    this.#size += sizeOf(texts);
    if (this.#kept.length <= mostPairs && this.#size <= mostText) return;
    this.#kept = this.#kept.filter((_, at) => at % 2 === 0);
    this.#size = this.#kept.reduce((sum, own) => sum + sizeOf(own), 0);
    this.#step *= 2;
  }

  /** How many pairs were left out because there are so many. */
  get left(): number {
    return this.#step === 1 ? 0 : this.#count - this.#kept.length;
  }

  /** The kept pairs, each only once. */
  pairs(): RowTexts[] {
    const seen = new Set<string>();
    return this.#kept.filter(({ a, b }) => {
      const key = `${a.text}\n${b.text}`;
      return !seen.has(key) && seen.add(key);
    });
  }
}

function sizeOf({ a, b }: RowTexts): number {
  return a.text.length + b.text.length;
}

function* wordsOf(pairs: readonly TextPair[], side: 'a' | 'b'): Generator<PlacedWord, undefined> {
  for (const pair of pairs) yield* pair[side].words;
}

/** The most frequent words of a language, in this order. */
function commonWords(language: string): string[] {
  const list = wordLists[baseLanguage(language)] ?? '';
  return list === '' ? [] : list.split(' ').map(foldWord);
}
