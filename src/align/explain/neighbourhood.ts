/** What is usual around a pair: its alignment's sure pairs, and how often words occur there. */
import type { Bead } from '../../domain.js';
import { sureConfidence } from '../../confidence.js';
import { comparableLength } from '../../text/length.js';
import { hasTwoSides } from '../input/has-two-sides.js';
import type { StreamInput } from '../input/stream-input.js';
import { spanCosine } from '../vectors/span-cosine.js';
import { WordTies } from '../words/word-ties.js';
import type { WordVectors } from '../words/word-vectors.js';
import { listWords, type ListedWord } from './word-list.js';

/** A row between two streams, as far as an explanation needs it. */
export type PlacedBead = Pick<Bead, 'a' | 'b' | 'confidence'>;

/** How many sure pairs around a pair are looked at. */
const mostPairs = 200;

/** The words of a sure pair nearby. */
interface WordsOfPair {
  readonly a: ReadonlySet<string>;
  readonly b: ReadonlySet<string>;
  readonly listed: { readonly a: readonly ListedWord[]; readonly b: readonly ListedWord[] };
}

/** What is usual around a pair. */
export class Neighbourhood {
  /** Cosines of the sure pairs nearby, ascending. */
  readonly cosines: readonly number[];
  /** How many times as long as the first side the second one usually is. */
  readonly ratio: number;
  readonly #words: readonly WordsOfPair[];

  /** Reads the sure pairs nearest to position `at` of the first stream. */
  constructor(first: StreamInput, second: StreamInput, beads: readonly PlacedBead[], at: number) {
    const distance = ({ a }: PlacedBead): number => Math.abs((a[0] ?? 0) - at);
    const near = beads
      .filter((bead) => hasTwoSides(bead) && bead.confidence >= sureConfidence)
      .sort((x, y) => distance(x) - distance(y))
      .slice(0, mostPairs);
    this.cosines = near
      .map(({ a, b }) => spanCosine(first.embedding.vectors, a, second.embedding.vectors, b))
      .sort((x, y) => x - y);
    const ratios = near
      .map(({ a, b }) => lengthOf(second, b) / lengthOf(first, a))
      .sort((x, y) => x - y);
    this.ratio = ratios[ratios.length >> 1] ?? 1;
    this.#words = near.map((bead) => {
      const a = listWords(textsOf(first, bead.a), first.stream.language);
      const b = listWords(textsOf(second, bead.b), second.stream.language);
      return { a: keysOf(a), b: keysOf(b), listed: { a, b } };
    });
  }

  /** Share of the sure pairs nearby that are less similar; null if there are too few. */
  standing(cosine: number): number | null {
    if (this.cosines.length < 10) return null;
    return this.cosines.filter((other) => other < cosine).length / this.cosines.length;
  }

  /** How telling a word is: 0 for those in every tenth pair or more, else the rarer, the more. */
  rarity(side: 'a' | 'b', key: string): number {
    const count = this.#words.filter((words) => words[side].has(key)).length;
    const all = this.#words.length;
    if (all >= 30 && count * 10 > all) return 0;
    return Math.log((all + 2) / (count + 1));
  }

  /** The words of the sure pairs nearby, each once. */
  words(): string[] {
    const lists = this.#words.flatMap(({ listed }) => [...listed.a, ...listed.b]);
    return [...new Set(lists.map(({ text }) => text))];
  }

  /** How words are translated nearby. @param vectors of `words`, and of those that will be compared */
  learnWords(vectors: WordVectors): WordTies {
    return new WordTies(
      this.#words.map(({ listed }) => listed),
      vectors,
    );
  }
}

/** The length of some sentences of a stream, comparable between languages; never 0. */
export function lengthOf({ stream }: StreamInput, positions: readonly number[]): number {
  const sum = positions.reduce(
    (total, at) => total + comparableLength(stream.sentences[at]?.text ?? ''),
    0,
  );
  return sum + 2;
}

/** The texts at some positions of a stream. */
export function textsOf({ stream }: StreamInput, positions: readonly number[]): string[] {
  return positions.map((at) => stream.sentences[at]?.text ?? '');
}

function keysOf(words: readonly ListedWord[]): Set<string> {
  return new Set(words.map(({ key }) => key));
}
