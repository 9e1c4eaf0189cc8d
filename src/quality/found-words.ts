/** Which words of each side have a counterpart on the other one, by the vectors of the bundled model. */
import type { Embedding, Pieces } from '../domain.js';
import { hasUnspacedLetter } from '../text/words.js';

/** The words of one text, in order. */
export interface WordRow {
  /** How many there are. */
  readonly count: number;
  /** Unit vectors, one after the other. */
  readonly units: Float32Array;
  /** How telling each word is: the length of its vector. */
  readonly weights: Float32Array;
  /** The numbers among them, as written; undefined for words. */
  readonly numbers: readonly (string | undefined)[];
}

/** Of longer texts, the most telling words. */
export const mostWords = 40;

/** The words of a text that was embedded with its pieces, each the sum of its pieces. */
export function wordsOf(embedding: Embedding, index: number): WordRow {
  const { pieces } = embedding;
  if (pieces === null)
    return { count: 0, units: new Float32Array(), weights: new Float32Array(), numbers: [] };
  const groups = grouped(pieces, index);
  const { dimension, units, norms } = pieces.vectors;
  const sums = groups.map((ids) => {
    const sum = new Float32Array(dimension);
    for (const id of ids) {
      const norm = norms[id] ?? 0;
      for (let d = 0; d < dimension; d++) sum[d]! += norm * units[id * dimension + d]!;
    }
    let square = 0;
    for (const value of sum) square += value * value;
    return { sum, norm: Math.sqrt(square), ids };
  });
  const kept = mostTelling(sums);
  const row = new Float32Array(kept.length * dimension);
  const weights = new Float32Array(kept.length);
  const numbers = kept.map(({ sum, norm, ids }, at) => {
    weights[at] = norm;
    if (norm > 0) for (let d = 0; d < dimension; d++) row[at * dimension + d] = sum[d]! / norm;
    const text = ids.map((id) => pieces.texts[id] ?? '').join('');
    return /\p{Nd}/u.test(text) ? text.replace(/[^\p{Nd}]+/gu, '') : undefined;
  });
  return { count: kept.length, units: row, weights, numbers };
}

function mostTelling<T extends { readonly norm: number }>(words: readonly T[]): readonly T[] {
  if (words.length <= mostWords) return words;
  const least = words.map(({ norm }) => norm).sort((x, y) => y - x)[mostWords - 1] ?? 0;
  return words.filter(({ norm }) => norm >= least).slice(0, mostWords);
}

const kinds = new WeakMap<readonly string[], Uint8Array>();

/** By piece: 0 for marks, 1 for what continues a word, 2 for what begins one, 3 for what stands alone. */
function kindsOf(texts: readonly string[]): Uint8Array {
  let known = kinds.get(texts);
  if (known === undefined) {
    known = Uint8Array.from(texts, (text) => {
      if (!/[\p{L}\p{N}]/u.test(text)) return 0;
      if (hasUnspacedLetter(text)) return 3;
      return text.startsWith('▁') ? 2 : 1;
    });
    kinds.set(texts, known);
  }
  return known;
}

function grouped({ ids, offsets, texts }: Pieces, index: number): number[][] {
  const own = kindsOf(texts);
  const groups: number[][] = [];
  let isOpen = false;
  for (let at = offsets[index] ?? 0; at < (offsets[index + 1] ?? 0); at++) {
    const id = ids[at] ?? 0;
    const kind = own[id];
    if (kind === 0) isOpen = false;
    else if (kind === 1 && isOpen) groups.at(-1)?.push(id);
    else {
      groups.push([id]);
      isOpen = kind !== 3;
    }
  }
  return groups;
}

/** For each word of a, the greatest cosine with a word of b, not below 0; and the other way round. */
export function compareWords(
  a: WordRow,
  b: WordRow,
  dimension: number,
): readonly [Float32Array, Float32Array] {
  const [foundA, foundB] = [new Float32Array(a.count), new Float32Array(b.count)];
  for (let x = 0; x < a.count; x++) {
    const from = x * dimension;
    for (let y = 0; y < b.count; y++) {
      let cosine = 0;
      const [m, n] = [a.numbers[x], b.numbers[y]];
      // Different numbers mean different things, however similar the model finds them.
      if (m !== undefined && n !== undefined) cosine = m === n ? 1 : 0;
      else {
        const to = y * dimension;
        for (let d = 0; d < dimension; d++) cosine += a.units[from + d]! * b.units[to + d]!;
      }
      if (cosine > foundA[x]!) foundA[x] = cosine;
      if (cosine > foundB[y]!) foundB[y] = cosine;
    }
  }
  return [foundA, foundB];
}

/** The mean of what was found, by weight; 0 without words. */
export function meanFound({ weights }: WordRow, found: Float32Array): number {
  let [sum, total] = [0, 0];
  for (const [at, weight] of weights.entries()) {
    sum += weight * (found[at] ?? 0);
    total += weight;
  }
  return total > 0 ? sum / total : 0;
}

/** What a side says that the other one does not. */
export interface Missing {
  /** Share of words, by weight, that were found less than `least`, 0 to 1. */
  readonly share: number;
  /** How much of it stands together at the beginning or the end, 0 to 1. */
  readonly edge: number;
  /** How much of it stands together anywhere, 0 to 1. */
  readonly run: number;
}

/** @param least from here on a word counts as found */
export function missingOf({ weights }: WordRow, found: Float32Array, least: number): Missing {
  let total = 0;
  let missing = 0;
  let [run, longest, prefix, first] = [0, 0, 0, 0];
  for (const [at, weight] of weights.entries()) {
    const gap = Math.max(-1, (least - (found[at] ?? 0)) / Math.max(0.05, least)) * weight;
    total += weight;
    if (gap > 0) missing += weight;
    run = Math.max(0, run + gap);
    longest = Math.max(longest, run);
    prefix += gap;
    first = Math.max(first, prefix);
  }
  if (total === 0) return { share: 0, edge: 0, run: 0 };
  // What is left of the last run is the heaviest end.
  const edge = Math.max(first, run);
  return { share: missing / total, edge: edge / total, run: longest / total };
}
