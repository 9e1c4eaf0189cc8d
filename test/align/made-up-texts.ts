import type { Embedding, Sentence } from '../../src/domain.js';
import type { StreamInput } from '../../src/align/input/stream-input.js';
import { seededRandom } from '../seeded-random.js';

/** Two texts and the beads they were made from. */
export interface MadeUpPair {
  readonly a: StreamInput;
  readonly b: StreamInput;
  readonly gold: readonly { readonly a: readonly number[]; readonly b: readonly number[] }[];
}

export interface MadeUpOptions {
  readonly beads: number;
  readonly seed: number;
  /** How far the two sides of a word differ, as a share of its length. */
  readonly noise?: number;
  /** Shares of beads that only one side has. */
  readonly insertions?: number;
  /** Beads [from, to) that the second side lacks. */
  readonly missing?: readonly [number, number];
  readonly pieces?: boolean;
  /** A component that all vectors of both sides share, as some models have it. */
  readonly background?: number;
  readonly dimension?: number;
}

/**
 * Makes up two texts of words that are random vectors: a passage is a handful of words, each side
 * says it with its own noise and cuts it into sentences in its own way.
 */
export function makeUpPair(options: MadeUpOptions): MadeUpPair {
  const random = seededRandom(options.seed);
  const dimension = options.dimension ?? 64;
  const vocabulary = 600;
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
  const words = Float32Array.from({ length: vocabulary * dimension }, normal);
  const noise = options.noise ?? 0.5;
  const other = words.map((value) => value + noise * normal());
  const sidesOf: [number[][], number[][]] = [[], []];
  const gold: { a: number[]; b: number[] }[] = [];
  for (let k = 0; k < options.beads; k++) {
    const length = 6 + Math.floor(random() * 12);
    const passage = Array.from({ length }, () => Math.floor(random() * random() * vocabulary));
    const lone = random() < (options.insertions ?? 0.03) ? (random() < 0.5 ? 'a' : 'b') : null;
    const gap = options.missing;
    const isGap = gap !== undefined && k >= gap[0] && k < gap[1];
    const bead: { a: number[]; b: number[] } = { a: [], b: [] };
    for (const side of ['a', 'b'] as const) {
      if ((lone !== null && lone !== side) || (isGap && side === 'b')) continue;
      const sentences = sidesOf[side === 'a' ? 0 : 1];
      const cuts = random() < 0.8 ? 1 : 2;
      const per = Math.ceil(length / cuts);
      for (let c = 0; c < cuts; c++) {
        bead[side].push(sentences.length);
        sentences.push(passage.slice(c * per, (c + 1) * per));
      }
    }
    if (lone !== null || isGap) {
      for (const i of bead.a) gold.push({ a: [i], b: [] });
      for (const j of bead.b) gold.push({ a: [], b: [j] });
    } else gold.push(bead);
  }
  const withPieces = options.pieces ?? true;
  if (options.background !== undefined) {
    for (const table of [words, other]) {
      for (let w = 0; w < vocabulary; w++) table[w * dimension]! += options.background;
    }
  }
  return {
    a: toInput(0, 'en', sidesOf[0], words, dimension, withPieces),
    b: toInput(1, 'fr', sidesOf[1], other, dimension, withPieces),
    gold,
  };
}

function toInput(
  source: number,
  language: string,
  sentences: readonly (readonly number[])[],
  words: Float32Array,
  dimension: number,
  withPieces: boolean,
): StreamInput {
  let start = 0;
  const made: Sentence[] = sentences.map((list, k) => {
    const text = `${list.map((word) => `w${word}`).join(' ')}.`;
    const sentence: Sentence = {
      number: k + 1,
      paragraph: 1 + Math.floor(k / 5),
      language,
      text,
      noise: null,
      start,
      end: start + text.length,
    };
    start += text.length + 1;
    return sentence;
  });
  const rows = sentences.map((list) => {
    const sum = new Float32Array(dimension);
    for (const word of list) {
      for (let k = 0; k < dimension; k++) sum[k]! += words[word * dimension + k]!;
    }
    return sum;
  });
  const vocabulary = words.length / dimension;
  const pieces = {
    ids: Int32Array.from(sentences.flat()),
    offsets: Int32Array.from(
      sentences.reduce((o, list) => [...o, o[o.length - 1]! + list.length], [0]),
    ),
    texts: Array.from({ length: vocabulary }, (_, word) => `w${word}`),
    vectors: unitRows(
      Array.from({ length: vocabulary }, (_, w) => words.slice(w * dimension, (w + 1) * dimension)),
      dimension,
    ),
  };
  const embedding: Embedding = {
    vectors: unitRows(rows, dimension),
    pieces: withPieces ? pieces : null,
  };
  return { stream: { source, language, sentences: made }, embedding };
}

function unitRows(rows: readonly Float32Array[], dimension: number): Embedding['vectors'] {
  const units = new Float32Array(rows.length * dimension);
  const norms = new Float32Array(rows.length);
  rows.forEach((row, i) => {
    const norm = Math.hypot(...row);
    norms[i] = norm;
    for (let k = 0; k < dimension; k++) units[i * dimension + k] = norm > 0 ? row[k]! / norm : 0;
  });
  return { count: rows.length, dimension, units, norms };
}
