/** What can be said about a pair of texts in words: its words, numbers, meaning, length and marks. */
import type { StreamInput } from '../input/stream-input.js';
import { splitWords } from '../../text/words.js';
import { spanCosine } from '../vectors/span-cosine.js';
import { matchWords, type KnownWords, type WordMatch } from './match-words.js';
import { lengthOf, textsOf, type Neighbourhood } from './neighbourhood.js';
import { listWords, type ListedWord } from './word-list.js';
import type { BeadPositions } from '../input/bead-positions.js';

/** The two streams of a pair, with what is known around it. */
export interface PairSetting {
  readonly first: StreamInput;
  readonly second: StreamInput;
  readonly around: Neighbourhood;
  readonly words: KnownWords;
}

/** What a pair has in common, and what not. */
export interface PairEvidence {
  readonly words: WordMatch;
  /** Numbers in digits that both sides have, and those that only one has. */
  readonly numbers: readonly string[];
  readonly numbersA: readonly string[];
  readonly numbersB: readonly string[];
  readonly cosine: number;
  /** Share of the sure pairs nearby that are less similar; null if there are too few. */
  readonly standing: number | null;
  /** How many times as long as the first side the second one is. */
  readonly ratio: number;
  /** Natural log of that over what is usual. */
  readonly stretch: number;
  readonly questionA: boolean;
  readonly questionB: boolean;
}

/** Gathers what speaks for and against a pair with two sides. */
export function readPairEvidence(
  { first, second, around, words }: PairSetting,
  { a, b }: BeadPositions,
): PairEvidence {
  const cosine = spanCosine(first.embedding.vectors, a, second.embedding.vectors, b);
  const ratio = lengthOf(second, b) / lengthOf(first, a);
  const numbersA = numbersOf(first, a);
  const numbersB = numbersOf(second, b);
  return {
    words: matchWords(wordsOf(first, a), wordsOf(second, b), around, words),
    numbers: numbersA.filter((number) => numbersB.includes(number)),
    numbersA: numbersA.filter((number) => !numbersB.includes(number)),
    numbersB: numbersB.filter((number) => !numbersA.includes(number)),
    cosine,
    standing: around.standing(cosine),
    ratio,
    stretch: Math.log(ratio / around.ratio),
    questionA: asks(first, a),
    questionB: asks(second, b),
  };
}

/** The words of some sentences of a stream. */
export function wordsOf(input: StreamInput, positions: readonly number[]): ListedWord[] {
  return listWords(textsOf(input, positions), input.stream.language);
}

function numbersOf(input: StreamInput, positions: readonly number[]): string[] {
  const found = textsOf(input, positions).flatMap((text) =>
    splitWords(text).filter(({ kind }) => kind === 'number'),
  );
  return [...new Set(found.map(({ text }) => text))];
}

/** Question marks of all scripts; Greek writes a semicolon. */
const question = /[?？؟⁇⁈⁉;\u037e՞፧꘏⸮](?=["'”’»«“„‹›」』）)\]\s]*$)/u;

function asks(input: StreamInput, positions: readonly number[]): boolean {
  const last = textsOf(input, positions).at(-1) ?? '';
  const found = question.exec(last)?.[0];
  return found !== undefined && (found !== ';' || input.stream.language.startsWith('el'));
}
