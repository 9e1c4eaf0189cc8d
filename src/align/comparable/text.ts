import type { Stream } from '../../domain.js';
import { comparableLength } from '../../text/length.js';
import { hasIdeograph } from '../../text/scripts.js';

/** The words of two streams in one numbering, for what vectors do not tell: names, numbers, copies. */
export interface TextEvidence {
  readonly a: SideText;
  readonly b: SideText;
  /** Rarity of each word in both streams together: log of sentences over sentences that have it. */
  readonly rarity: Float32Array;
  /** 1 for words with a digit. */
  readonly numeric: Uint8Array;
  /** 1 for words that stand with a capital inside a sentence, in either stream. */
  readonly named: Uint8Array;
}

/** The words of one stream. */
export interface SideText {
  /** Distinct words of sentence i: `ids[offsets[i]]` to `ids[offsets[i + 1]]`, ascending. */
  readonly ids: Int32Array;
  readonly offsets: Int32Array;
  /** `comparableLength` of each sentence. */
  readonly lengths: Float32Array;
}

const wordPattern = /[\p{L}\p{M}]+|\p{Nd}+(?:[.,]\p{Nd}+)*/gu;

/** Reads the words of both streams. Cost linear in the text. */
export function readText(a: Stream, b: Stream): TextEvidence {
  const vocabulary = new Map<string, number>();
  const named = new Set<number>();
  const sentences = [a, b].map((stream) =>
    stream.sentences.map((sentence) => wordsOf(sentence.text, vocabulary, named)),
  );
  const counts = new Float64Array(vocabulary.size);
  let total = 0;
  for (const side of sentences) {
    total += side.length;
    for (const words of side) for (const word of words) counts[word] = counts[word]! + 1;
  }
  const rarity = Float32Array.from(counts, (count) => Math.log((total + 1) / count));
  const numeric = new Uint8Array(vocabulary.size);
  for (const [word, id] of vocabulary) numeric[id] = /^\d/.test(word) ? 1 : 0;
  const isNamed = new Uint8Array(vocabulary.size);
  for (const id of named) isNamed[id] = 1;
  return {
    a: pack(a, sentences[0]!),
    b: pack(b, sentences[1]!),
    rarity,
    numeric,
    named: isNamed,
  };
}

function wordsOf(text: string, vocabulary: Map<string, number>, named: Set<number>): number[] {
  const found = new Set<number>();
  const idOf = (word: string): number => {
    let id = vocabulary.get(word);
    if (id === undefined) {
      id = vocabulary.size;
      vocabulary.set(word, id);
    }
    found.add(id);
    return id;
  };
  let first = true;
  for (const [word] of text.normalize('NFKC').matchAll(wordPattern)) {
    if (/^\p{Nd}/u.test(word)) idOf(word.replace(/[.,](?=\p{Nd}{3}(?!\p{Nd}))/gu, ''));
    else if (hasIdeograph(word)) {
      const characters = [...word];
      characters.forEach((character, n) => idOf(character + (characters[n + 1] ?? '')));
    } else {
      const id = idOf(word.toLowerCase());
      if (!first && /^\p{Lu}/u.test(word)) named.add(id);
    }
    first = false;
  }
  return [...found].sort((x, y) => x - y);
}

function pack(stream: Stream, sentences: readonly (readonly number[])[]): SideText {
  const offsets = new Int32Array(sentences.length + 1);
  sentences.forEach((words, i) => (offsets[i + 1] = offsets[i]! + words.length));
  const ids = new Int32Array(offsets[sentences.length]!);
  sentences.forEach((words, i) => ids.set(words, offsets[i]!));
  const lengths = Float32Array.from(stream.sentences, ({ text }) => comparableLength(text));
  return { ids, offsets, lengths };
}
