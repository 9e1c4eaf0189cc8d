import type { Stream } from '../../domain.js';
import { comparableLength } from '../../text/length.js';
import { splitWords } from '../../text/words.js';

/**
 * The words of two streams with common numbers, for evidence that vectors lack: names, numbers,
 * copies.
 */
export interface TextEvidence {
  readonly a: SideText;
  readonly b: SideText;
  /**
   * Rarity of each word in both streams together: log of the number of sentences over those that
   * contain it.
   */
  readonly rarity: Float32Array;
  /** 1 for words with a digit. */
  readonly numeric: Uint8Array;
  /** 1 for words that are capitalised inside a sentence of either stream. */
  readonly named: Uint8Array;
  /** 1 for terms that are known from elsewhere: that one side has one alone says nothing. */
  readonly terms: Uint8Array;
}

/** Numbers of the known terms of each sentence of either side: the same number for what says the same. */
export interface KnownTerms {
  readonly a: readonly (readonly number[])[] | undefined;
  readonly b: readonly (readonly number[])[] | undefined;
}

/** The words of one stream. */
export interface SideText {
  /** Distinct words of sentence i: `ids[offsets[i]]` to `ids[offsets[i + 1]]`, ascending. */
  readonly ids: Int32Array;
  readonly offsets: Int32Array;
  /** `comparableLength` of each sentence. */
  readonly lengths: Float32Array;
}

/** Reads the words of both streams, and the known terms as if both wrote them alike. Cost linear in the text. */
export function readText(a: Stream, b: Stream, known?: KnownTerms): TextEvidence {
  const vocabulary = new Vocabulary();
  const sentences = [a, b].map((stream, side) => {
    const terms = side === 0 ? known?.a : known?.b;
    return stream.sentences.map((sentence, at) =>
      vocabulary.read(sentence.text, terms?.[at] ?? []),
    );
  });
  const counts = new Float64Array(vocabulary.size);
  let total = 0;
  for (const side of sentences) {
    total += side.length;
    for (const words of side) for (const word of words) counts[word] = counts[word]! + 1;
  }
  return {
    a: pack(a, sentences[0]!),
    b: pack(b, sentences[1]!),
    rarity: Float32Array.from(counts, (count) => Math.log((total + 1) / count)),
    numeric: vocabulary.flags(vocabulary.numeric),
    named: vocabulary.flags(vocabulary.named),
    terms: vocabulary.flags(vocabulary.terms),
  };
}

/** Numbers for words, in order of first appearance. */
class Vocabulary {
  readonly numeric = new Set<number>();
  readonly named = new Set<number>();
  readonly terms = new Set<number>();
  readonly #ids = new Map<string, number>();

  get size(): number {
    return this.#ids.size;
  }

  /** The distinct words of a sentence, ascending. */
  read(text: string, terms: readonly number[]): number[] {
    const found = new Set<number>();
    splitWords(text).forEach(({ text: word, kind, capital }, position) => {
      const id = this.#idOf(word);
      found.add(id);
      if (kind === 'number') this.numeric.add(id);
      // Every sentence begins with a capital.
      if (capital && position > 0) this.named.add(id);
    });
    for (const term of terms) {
      // No word has a space.
      const id = this.#idOf(` ${term}`);
      found.add(id);
      this.terms.add(id);
    }
    return [...found].sort((x, y) => x - y);
  }

  #idOf(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(word, id);
    return id;
  }

  /** 1 for each word of a set. */
  flags(words: ReadonlySet<number>): Uint8Array {
    const flags = new Uint8Array(this.size);
    for (const id of words) flags[id] = 1;
    return flags;
  }
}

function pack(stream: Stream, sentences: readonly (readonly number[])[]): SideText {
  const offsets = new Int32Array(sentences.length + 1);
  sentences.forEach((words, i) => (offsets[i + 1] = offsets[i]! + words.length));
  const ids = new Int32Array(offsets[sentences.length]!);
  sentences.forEach((words, i) => ids.set(words, offsets[i]!));
  const lengths = Float32Array.from(stream.sentences, ({ text }) => comparableLength(text));
  return { ids, offsets, lengths };
}
