/** The terms of a table of aligned texts, with the vectors of its words. */
import { foldWord, splitPlacedWords, type PlacedWord } from '../../text/placed-words.js';
import { mostWords, WordTies } from '../../align/words/word-ties.js';
import type { WordVectors } from '../../align/words/word-vectors.js';
import type { Embedder, Table } from '../../domain.js';
import { wordLists } from '../../language/common-words.js';
import { findTerms, type TermOptions } from '../../terms/find-terms.js';
import type { FoundTerms } from '../../terms/found-terms.js';
import type { TextPair } from '../../terms/phrases.js';
import { weighWords, type WordWeights } from '../../terms/word-weights.js';
import { baseLanguage } from '../../text/tags.js';
import { outputRecords } from '../../write/records/records.js';

/**
 * Finds the terms of two streams of a table. Rejected pairs teach nothing.
 *
 * @param streams indices of two streams
 */
export async function termsOfTable(
  table: Table,
  streams: readonly [number, number],
  embedder: Embedder,
  options: TermOptions,
): Promise<FoundTerms> {
  const pairs = readPairs(table, streams);
  const languages: [string, string] = [
    table.streams[streams[0]]?.language ?? 'und',
    table.streams[streams[1]]?.language ?? 'und',
  ];
  const known = await embedWords(pairs, embedder);
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
    terms: terms.map((term) => {
      const example = byId.get(term.example);
      return { ...term, exampleA: example?.a.text ?? '', exampleB: example?.b.text ?? '' };
    }),
  };
}

function readPairs(table: Table, [first, second]: readonly [number, number]): TextPair[] {
  const pairs: TextPair[] = [];
  // What is repeated word for word, as in menus, counts once.
  const seen = new Set<string>();
  for (const { id, cells, status } of outputRecords(table)) {
    if (status === 'rejected') continue;
    const a = cells.find((cell) => cell?.stream === first);
    const b = cells.find((cell) => cell?.stream === second);
    if (!a || !b) continue;
    const texts = `${a.text}\n${b.text}`;
    if (seen.has(texts)) continue;
    seen.add(texts);
    const worded = ({ plain, text, language }: typeof a): TextPair['a'] => ({
      text: plain ?? text,
      words: splitPlacedWords(plain ?? text, language, mostWords),
    });
    pairs.push({ id, a: worded(a), b: worded(b) });
  }
  return pairs;
}

/** The vectors of all distinct words. */
async function embedWords(pairs: readonly TextPair[], embedder: Embedder): Promise<WordVectors> {
  const words = new Set<string>();
  for (const { a, b } of pairs) for (const { text } of [...a.words, ...b.words]) words.add(text);
  const list = [...words];
  const { vectors } = await embedder.embed(list);
  return { places: new Map(list.map((word, at) => [word, at])), vectors };
}

function* wordsOf(pairs: readonly TextPair[], side: 'a' | 'b'): Generator<PlacedWord, undefined> {
  for (const pair of pairs) yield* pair[side].words;
}

/** The most frequent words of a language, in this order. */
function commonWords(language: string): string[] {
  const list = wordLists[baseLanguage(language)] ?? '';
  return list === '' ? [] : list.split(' ').map(foldWord);
}
