/**
 * How often words of two texts are each other's translations, learned from pairs of sentences: IBM model 1 in both
 * directions, trained to agree (Liang, Taskar and Klein 2006), with positions near the diagonal preferred (Dyer,
 * Chahuneau and Smith 2013), and the similarity of the words' vectors as the assumption before any evidence.
 */
import { NumberMap } from '../numeric/number-map.js';
import type { PlacedWord } from '../../text/placed-words.js';
import { letterLikeness, wordCosine, type WordVectors } from './word-vectors.js';

/** The words of two texts that say the same. */
export interface WordedPair {
  readonly a: readonly Pick<PlacedWord, 'text' | 'key'>[];
  readonly b: readonly Pick<PlacedWord, 'text' | 'key'>[];
}

/** How sure a word is of another one, in both directions: one row per word of `a`. */
export interface TieMatrix {
  readonly rows: number;
  readonly columns: number;
  /** rows x columns: the geometric mean of the two directions' probabilities. */
  readonly ties: Float64Array;
}

/** Words of a text beyond these are not compared. */
export const mostWords = 160;
/** Pairs are learned from until they have this many pairs of words: more take memory and teach little. */
const mostCells = 12_000_000;
const rounds = 5;
/** The assumption counts as much as this many occurrences ... */
const priorStrength = 3;
/** ... and prefers a word with a cosine greater by .1 this many times over: e^(steepness / 10). */
const steepness = 9;
/** Share of words without a counterpart. */
const alone = 0.08;
/** How much less probable a counterpart at the other end of the sentence is: e^-diagonal. */
const diagonal = 4;

/** The words of one side, numbered. */
class Vocabulary {
  readonly numbers = new Map<string, number>();
  readonly written: string[] = [];
  /** How often each occurs. */
  readonly counts: number[] = [];
  total = 0;

  add({ key, text }: Pick<PlacedWord, 'text' | 'key'>): number {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.written.length;
      this.numbers.set(key, number);
      this.written.push(text);
      this.counts.push(0);
    }
    this.counts[number]!++;
    this.total++;
    return number;
  }

  get size(): number {
    return this.written.length;
  }
}

/** What pairs of sentences teach about words. */
export class WordTies {
  readonly #known: WordVectors | null;
  readonly #a = new Vocabulary();
  readonly #b = new Vocabulary();
  /** Two words that stand in one pair -> their cell. */
  readonly #cells = new NumberMap();
  /** By cell: how probable b is as the translation of a, and a as that of b. */
  #forward = new Float32Array(0);
  #backward = new Float32Array(0);

  /** Learns from pairs: from evenly spaced ones if there are very many. */
  constructor(pairs: readonly WordedPair[], known: WordVectors | null) {
    this.#known = known;
    this.#learn(pairs);
  }

  /** How sure the words of a pair are of each other. The pair need not be one that was learned from. */
  matrix(pair: WordedPair): TieMatrix {
    const a = pair.a.slice(0, mostWords);
    const b = pair.b.slice(0, mostWords);
    const forward = new Float64Array(a.length * b.length);
    const backward = new Float64Array(a.length * b.length);
    a.forEach((first, i) => {
      b.forEach((second, j) => {
        const at = i * b.length + j;
        const cell = this.#cellOf(first.key, second.key);
        if (cell === undefined) {
          const prior = this.#unseen(first, second);
          forward[at] = prior / (1 + this.#countOf(this.#a, first.key) / priorStrength);
          backward[at] = prior / (1 + this.#countOf(this.#b, second.key) / priorStrength);
        } else {
          forward[at] = this.#forward[cell]!;
          backward[at] = this.#backward[cell]!;
        }
      });
    });
    const lonelyA = a.map(({ key }) => this.#lonely(this.#a, key));
    const lonelyB = b.map(({ key }) => this.#lonely(this.#b, key));
    const ties = new Float64Array(a.length * b.length);
    agree(a.length, b.length, forward, backward, lonelyA, lonelyB, ties);
    for (let at = 0; at < ties.length; at++) ties[at] = Math.sqrt(ties[at]!);
    return { rows: a.length, columns: b.length, ties };
  }

  #countOf(vocabulary: Vocabulary, key: string): number {
    const number = vocabulary.numbers.get(key);
    return number === undefined ? 0 : vocabulary.counts[number]!;
  }

  #lonely(vocabulary: Vocabulary, key: string): number {
    const count = this.#countOf(vocabulary, key) + 1;
    return (alone * count) / (vocabulary.total + vocabulary.size + 1);
  }

  #cellOf(a: string, b: string): number | undefined {
    const x = this.#a.numbers.get(a);
    const y = this.#b.numbers.get(b);
    if (x === undefined || y === undefined) return undefined;
    const slot = this.#cells.slotOf(x * this.#b.size + y);
    return this.#cells.isUsed(slot) ? this.#cells.valueAt(slot) : undefined;
  }

  /** The assumption for two words that never stood in one pair: as if it were one of twenty. */
  #unseen(a: Pick<PlacedWord, 'text' | 'key'>, b: Pick<PlacedWord, 'text' | 'key'>): number {
    const weight = Math.exp(steepness * this.#similarity(a.text, a.key, b.text, b.key));
    return weight / (weight + 20 * Math.exp(steepness * 0.25));
  }

  #similarity(a: string, keyA: string, b: string, keyB: string): number {
    const letters = letterLikeness(keyA, keyB);
    if (letters < 0) return -0.2;
    if (this.#known === null) return letters;
    return Math.max(letters, wordCosine(this.#known, a, b));
  }

  #learn(all: readonly WordedPair[]): void {
    const pairs = sample(all);
    const lists = pairs.map(({ a, b }) => ({
      a: a.slice(0, mostWords).map((word) => this.#a.add(word)),
      b: b.slice(0, mostWords).map((word) => this.#b.add(word)),
    }));
    const width = this.#b.size;
    const cellsOf: Int32Array[] = [];
    const rows: number[] = [];
    const columns: number[] = [];
    for (const { a, b } of lists) {
      const cells = new Int32Array(a.length * b.length);
      let at = 0;
      for (const x of a)
        for (const y of b) {
          const slot = this.#cells.slotOf(x * width + y);
          let cell = rows.length;
          if (this.#cells.isUsed(slot)) cell = this.#cells.valueAt(slot);
          else {
            this.#cells.put(slot, x * width + y, cell);
            rows.push(x);
            columns.push(y);
          }
          cells[at++] = cell;
        }
      cellsOf.push(cells);
    }
    const count = rows.length;
    const prior = new Float64Array(count);
    const [namesA, namesB] = [[...this.#a.numbers.keys()], [...this.#b.numbers.keys()]];
    for (let cell = 0; cell < count; cell++) {
      const [x, y] = [rows[cell]!, columns[cell]!];
      const similarity = this.#similarity(
        this.#a.written[x]!,
        namesA[x]!,
        this.#b.written[y]!,
        namesB[y]!,
      );
      prior[cell] = Math.exp(steepness * similarity);
    }
    const priorA = shares(prior, rows, this.#a.size);
    const priorB = shares(prior, columns, this.#b.size);
    let forward = Float32Array.from(priorA);
    let backward = Float32Array.from(priorB);
    const lonelyA = this.#a.counts.map((n) => (alone * (n + 1)) / (this.#a.total + this.#a.size));
    const lonelyB = this.#b.counts.map((n) => (alone * (n + 1)) / (this.#b.total + this.#b.size));
    for (let round = 0; round < rounds; round++) {
      const counts = new Float64Array(count);
      lists.forEach(({ a, b }, index) => {
        const cells = cellsOf[index]!;
        const size = cells.length;
        const own = new Float64Array(size);
        const [there, back] = [new Float64Array(size), new Float64Array(size)];
        for (let at = 0; at < size; at++) {
          there[at] = forward[cells[at]!]!;
          back[at] = backward[cells[at]!]!;
        }
        const missingA = a.map((x) => lonelyA[x]!);
        const missingB = b.map((y) => lonelyB[y]!);
        agree(a.length, b.length, there, back, missingA, missingB, own);
        for (let at = 0; at < size; at++) counts[cells[at]!]! += own[at]!;
      });
      forward = estimate(counts, priorA, rows, this.#a.size);
      backward = estimate(counts, priorB, columns, this.#b.size);
    }
    this.#forward = forward;
    this.#backward = backward;
  }
}

/** Evenly spaced pairs with as many pairs of words as memory allows. */
function sample(pairs: readonly WordedPair[]): readonly WordedPair[] {
  const size = ({ a, b }: WordedPair): number =>
    Math.min(mostWords, a.length) * Math.min(mostWords, b.length);
  const cells = pairs.reduce((sum, pair) => sum + size(pair), 0);
  if (cells <= mostCells) return pairs;
  const step = cells / mostCells;
  const chosen: WordedPair[] = [];
  for (let at = 0; at < pairs.length; at += step) chosen.push(pairs[Math.floor(at)]!);
  return chosen;
}

/** Each cell's share of its group. */
function shares(weights: Float64Array, groups: readonly number[], size: number): Float64Array {
  const sums = new Float64Array(size);
  for (let cell = 0; cell < weights.length; cell++) sums[groups[cell]!]! += weights[cell]!;
  return weights.map((weight, cell) => weight / sums[groups[cell]!]!);
}

/** Probabilities from expected counts and the assumption. */
function estimate(
  counts: Float64Array,
  prior: Float64Array,
  groups: readonly number[],
  size: number,
): Float32Array<ArrayBuffer> {
  const sums = new Float64Array(size);
  for (let cell = 0; cell < counts.length; cell++) sums[groups[cell]!]! += counts[cell]!;
  const out = new Float32Array(counts.length);
  for (let cell = 0; cell < counts.length; cell++)
    out[cell] =
      (counts[cell]! + priorStrength * prior[cell]!) / (sums[groups[cell]!]! + priorStrength);
  return out;
}

/**
 * Writes the product of both directions' posteriors for every two words of a pair. `forward` and `backward` are
 * translation probabilities, `lonelyA` and `lonelyB` those of having no counterpart.
 */
function agree(
  rows: number,
  columns: number,
  forward: Float64Array,
  backward: Float64Array,
  lonelyA: readonly number[],
  lonelyB: readonly number[],
  out: Float64Array,
): void {
  const near = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++)
      near[i * columns + j] = Math.exp(
        -diagonal * Math.abs((i + 0.5) / rows - (j + 0.5) / columns),
      );
  // For every word of b, which word of a it comes from.
  for (let j = 0; j < columns; j++) {
    let places = 0;
    for (let i = 0; i < rows; i++) places += near[i * columns + j]!;
    let sum = lonelyB[j]! * places;
    for (let at = j; at < rows * columns; at += columns) sum += near[at]! * forward[at]!;
    for (let at = j; at < rows * columns; at += columns) out[at] = (near[at]! * forward[at]!) / sum;
  }
  for (let i = 0; i < rows; i++) {
    let places = 0;
    for (let at = i * columns; at < (i + 1) * columns; at++) places += near[at]!;
    let sum = lonelyA[i]! * places;
    for (let at = i * columns; at < (i + 1) * columns; at++) sum += near[at]! * backward[at]!;
    for (let at = i * columns; at < (i + 1) * columns; at++)
      out[at]! *= (near[at]! * backward[at]!) / sum;
  }
}
