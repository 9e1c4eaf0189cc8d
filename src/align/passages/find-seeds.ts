import type { Vectors } from '../../domain.js';
import type { StreamInput } from '../input/stream-input.js';
import { spreadPairs } from '../numeric/spread-pairs.js';
import { dot } from '../vectors/dot.js';
import type { Neighbours } from '../vectors/nearest-neighbours.js';
import type { NeighbourTable } from '../vectors/neighbour-table.js';
import type { Seeds } from './seeds.js';

/** Seeds per row and per column. More than the best one: in weak languages it is often wrong. */
const perSentence = 4;
/** Neighbours whose mean cosine is a sentence's background (Artetxe and Schwenk 2019). */
const backgroundNeighbours = 4;
/** Pairs sampled for the mean cosine of the two texts. */
const samples = 4000;

/**
 * Weights of the log odds, in the order of `describe`. Logistic regression on development documents
 * that hold no book of the sets that passages are measured on (models/aligner/passages).
 */
// prettier-ignore
const weights = [3.77214335, 7.43039286, 8.06078383, 1.57707182, -0.46240091, 0.24361993, -0.37901543, -0.40932348, -2.03650162];

/**
 * Finds the seeds of two texts: for every sentence, the neighbours with the largest margin (cosine less
 * the mean of both sentences' backgrounds, so that sentences similar to everything count little).
 * Linear in the number of neighbours.
 *
 * @param neighbours several per sentence, at least as many as the background takes
 */
export function findSeeds(a: StreamInput, b: StreamInput, neighbours: Neighbours): Seeds {
  const [vectorsA, vectorsB] = [a.embedding.vectors, b.embedding.vectors];
  const backgroundA = backgrounds(neighbours.a);
  const backgroundB = backgrounds(neighbours.b);
  const rows = rankByMargin(neighbours.a, backgroundA, backgroundB);
  const columns = rankByMargin(neighbours.b, backgroundB, backgroundA);
  const pairs = pairsOf(rows, columns, vectorsB.count);
  const lengthsA = lengthsOf(a);
  const lengthsB = lengthsOf(b);
  const ratio = Math.log(Math.max(1, sum(lengthsB)) / Math.max(1, sum(lengthsA)));
  const mean = meanCosine(vectorsA, vectorsB);
  const seeds: Seeds = {
    count: pairs.length,
    a: new Int32Array(pairs.length),
    b: new Int32Array(pairs.length),
    odds: new Float64Array(pairs.length),
  };
  for (let s = 0; s < pairs.length; s++) {
    const i = Math.floor(pairs[s]! / vectorsB.count);
    const j = pairs[s]! - i * vectorsB.count;
    const cosine = cosineOf(vectorsA, i, vectorsB, j);
    const margin = cosine - (backgroundA[i]! + backgroundB[j]!) / 2;
    const [lengthA, lengthB] = [lengthsA[i]!, lengthsB[j]!];
    seeds.a[s] = i;
    seeds.b[s] = j;
    seeds.odds[s] = logOdds([
      margin,
      margin - bestRival(rows, i, j),
      margin - bestRival(columns, j, i),
      cosine - mean,
      Math.abs(Math.log((lengthB + 5) / (lengthA + 5)) - ratio),
      Math.log(Math.min(lengthA, lengthB) + 1),
      Math.log1p(rankOf(rows, i, j)),
      Math.log1p(rankOf(columns, j, i)),
      1,
    ]);
  }
  return seeds;
}

function logOdds(inputs: readonly number[]): number {
  return inputs.reduce((total, input, at) => total + input * weights[at]!, 0);
}

/** The neighbours of every row with their margins, best first. */
interface Ranking {
  readonly k: number;
  /** -1 where there are no more. */
  readonly index: Int32Array;
  readonly margin: Float64Array;
}

function rankByMargin(table: NeighbourTable, own: Float64Array, other: Float64Array): Ranking {
  const { count, k } = table;
  const index = new Int32Array(count * k).fill(-1);
  const margin = new Float64Array(count * k).fill(-1);
  for (let row = 0; row < count; row++) {
    const start = row * k;
    for (let n = 0; n < k; n++) {
      const neighbour = table.index[start + n]!;
      if (neighbour < 0) continue;
      const value = table.cosine[start + n]! - (own[row]! + other[neighbour]!) / 2;
      let at = start + n;
      while (at > start && comesBefore(value, neighbour, margin[at - 1]!, index[at - 1]!)) {
        index[at] = index[at - 1]!;
        margin[at] = margin[at - 1]!;
        at--;
      }
      index[at] = neighbour;
      margin[at] = value;
    }
  }
  return { k, index, margin };
}

function comesBefore(value: number, position: number, other: number, otherAt: number): boolean {
  return value > other || (value === other && position < otherAt) || otherAt < 0;
}

/** The first few of every row and column, each pair once: row times `width` plus column, ascending. */
function pairsOf(rows: Ranking, columns: Ranking, width: number): Float64Array {
  const keys: number[] = [];
  eachOfFirst(rows, (row, column) => keys.push(row * width + column));
  eachOfFirst(columns, (column, row) => keys.push(row * width + column));
  const sorted = Float64Array.from(keys).sort();
  return sorted.filter((key, at) => at === 0 || key !== sorted[at - 1]);
}

function eachOfFirst({ k, index }: Ranking, visit: (row: number, neighbour: number) => void): void {
  if (k === 0) return;
  for (let at = 0; at < index.length; at++) {
    if (at % k < perSentence && index[at]! >= 0) visit(Math.floor(at / k), index[at]!);
  }
}

/** The rank of a neighbour in a row; one past the last if it is not among those kept. */
function rankOf({ k, index }: Ranking, row: number, neighbour: number): number {
  for (let n = 0; n < k; n++) if (index[row * k + n] === neighbour) return n;
  return k;
}

/** The largest margin in a row apart from that of one neighbour. */
function bestRival({ k, index, margin }: Ranking, row: number, neighbour: number): number {
  if (k === 0) return 0;
  const first = row * k;
  const isSecond = index[first] === neighbour && k > 1 && index[first + 1]! >= 0;
  return margin[isSecond ? first + 1 : first]!;
}

function backgrounds({ count, k, cosine }: NeighbourTable): Float64Array {
  const most = Math.min(backgroundNeighbours, k);
  return Float64Array.from({ length: count }, (_, row) => {
    let total = 0;
    for (let n = 0; n < most; n++) total += cosine[row * k + n]!;
    return total / Math.max(1, most);
  });
}

function meanCosine(a: Vectors, b: Vectors): number {
  let total = 0;
  let count = 0;
  spreadPairs(samples, a.count, b.count, (i, j) => {
    if (a.norms[i] === 0 || b.norms[j] === 0) return;
    total += cosineOf(a, i, b, j);
    count++;
  });
  return total / Math.max(1, count);
}

function cosineOf(a: Vectors, i: number, b: Vectors, j: number): number {
  return dot(a.units, i * a.dimension, b.units, j * b.dimension, a.dimension);
}

function lengthsOf({ stream }: StreamInput): Float64Array {
  return Float64Array.from(stream.sentences, ({ text }) => text.length);
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
