import { corridorAround, wholePlane } from './corridor.js';
import type { Corridor } from './corridor.js';
import { centred, chanceLevel, compareLevels } from './similarity.js';
import type { LevelSimilarity } from './similarity.js';
import { levelsAbove, Pyramid } from './pyramid.js';
import type { Side } from './side.js';

/** Blocks around the chain of one level in which the next finer level searches. */
const coarseRadius = 4;
/** Nodes before and after a match of two sentences in which beads are looked for. */
const fineRadius = 6;
/** And as many on the other side at the same time. */
const fineSlack = 2;
/** Standard deviations above chance at which two blocks begin to count as a match. */
const matchDeviations = 1.5;
/** The same for a pair of sentences that narrows the corridor. */
const trustedDeviations = 2.5;

/** Cells of the plane, ascending in both. */
export interface Chain {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/**
 * Finds where the path runs, coarse to fine (the idea of vecalign, Thompson & Koehn 2019): blocks
 * of 2, 4, 8 ... sentences; at every level the heaviest chain of blocks that are more similar than
 * chance, searched around the chain of the level above. Leaving blocks out costs nothing, so a
 * missing chapter does not bend the path, and the corridor holds the whole rectangle between two
 * matches. Time and memory are linear in the number of sentences.
 *
 * @param sentences Where the two sides' sentences stand in a store of products.
 */
export function findCorridor(
  a: Side,
  b: Side,
  sentences: Pick<LevelSimilarity, 'store' | 'rowA' | 'rowB'>,
): Corridor {
  if (a.count === 0 || b.count === 0) return wholePlane(a.count, b.count);
  const { dimension } = a;
  const levels = levelsAbove(a.count, b.count);
  const pyramid = new Pyramid(a, b, levels);
  const corridor = corridorAtLevel(pyramid, dimension, levels, 0);
  const pair = compareLevels(pyramid.a[0]!, pyramid.b[0]!, dimension, sentences);
  const chain = heaviestChain(pair, corridor, true);
  pyramid.close();
  return corridorAround(chain, a.count, b.count, fineRadius, fineSlack);
}

/**
 * The blocks of 2^level sentences (level > 0) that surely belong together: those of the heaviest chain that are
 * each other's best match and well above chance, ascending. O(sentences x dimension).
 */
export function matchedBlocks(a: Side, b: Side, level: number): Chain {
  const levels = Math.max(level, levelsAbove(a.count, b.count));
  const pyramid = new Pyramid(a, b, levels, level);
  const corridor = corridorAtLevel(pyramid, a.dimension, levels, level);
  const chain = heaviestChain(compareBlocks(pyramid, a.dimension, level), corridor, true);
  pyramid.close();
  return chain;
}

/** Narrows the plane from the top of a pyramid down to a level, where the corridor is still to be searched. */
function corridorAtLevel(pyramid: Pyramid, dimension: number, top: number, last: number): Corridor {
  let corridor = wholePlane(pyramid.a[top]!.count, pyramid.b[top]!.count);
  for (let level = top; level > last; level--) {
    const chain = heaviestChain(compareBlocks(pyramid, dimension, level), corridor, false);
    const { rows, columns } = corridor;
    const around = corridorAround(chain, rows, columns, coarseRadius, coarseRadius);
    corridor = refine(around, pyramid.a[level - 1]!.count, pyramid.b[level - 1]!.count);
  }
  return corridor;
}

function compareBlocks(pyramid: Pyramid, dimension: number, level: number): LevelSimilarity {
  const rows = { store: pyramid.store(level), rowA: 0, rowB: 0 };
  return compareLevels(pyramid.a[level]!, pyramid.b[level]!, dimension, rows);
}

/**
 * The chain of cells, ascending in both, with the greatest sum of (similarity - chance). With
 * `trusted`, only its cells that are the best of their row and column and well above chance.
 */
function heaviestChain(pair: LevelSimilarity, corridor: Corridor, trusted: boolean): Chain {
  const { mean, deviation } = chanceLevel(pair);
  const sweep = new ChainSweep(pair, corridor, mean + matchDeviations * deviation);
  // Row by row, so that one small function is compiled, and once for all levels.
  for (let i = 0; i <= corridor.rows; i++) sweep.row(i);
  const { arrows, offsets, matches, bestInRow, bestInColumn } = sweep;
  return traceBack(arrows, offsets, corridor, (i, j, node) => {
    if (!trusted) return true;
    const value = matches[node]!;
    const best = Math.max(bestInRow[i]!, bestInColumn[j]!);
    return value > mean + trustedDeviations * deviation && value >= best - 1e-6;
  });
}

/** The best way to every node of a corridor, row by row. */
class ChainSweep {
  /** Where each row begins among the nodes. */
  readonly offsets: Int32Array;
  /** How each node is reached best: 0 from above, 1 from the left, 2 through a match. */
  readonly arrows: Uint8Array;
  /** The similarity of the cell before each node that is reached through a match. */
  readonly matches: Float32Array;
  readonly bestInRow: Float64Array;
  readonly bestInColumn: Float64Array;
  readonly #pair: LevelSimilarity;
  readonly #corridor: Corridor;
  readonly #floor: number;
  #above: Float64Array;
  #here: Float64Array;
  /** The column of the first product that the store holds. */
  #from = 0;

  constructor(pair: LevelSimilarity, corridor: Corridor, floor: number) {
    const { rows, columns, low, high } = corridor;
    this.#pair = pair;
    this.#corridor = corridor;
    this.#floor = floor;
    this.offsets = new Int32Array(rows + 2);
    for (let i = 0; i <= rows; i++) {
      this.offsets[i + 1] = this.offsets[i]! + high[i]! - low[i]! + 1;
    }
    this.arrows = new Uint8Array(this.offsets[rows + 1]!);
    this.matches = new Float32Array(this.offsets[rows + 1]!);
    this.bestInRow = new Float64Array(rows).fill(-1);
    this.bestInColumn = new Float64Array(columns).fill(-1);
    this.#above = new Float64Array(columns + 1);
    this.#here = new Float64Array(columns + 1);
  }

  row(i: number): void {
    const { rows, columns, low, high } = this.#corridor;
    const { store, rowA, rowB } = this.#pair;
    const start = low[i]!;
    if (i % 2 === 1) {
      // Products of sentences i - 1 and i, two rows at a time.
      this.#from = low[i - 1]!;
      const end = Math.min(columns, high[Math.min(rows, i + 1)]!);
      store.multiply(0, rowA + i - 1, 1, rowB + this.#from, rowB + end);
    }
    const first = (i % 2 === 1 ? 0 : store.width) - this.#from;
    const node = this.offsets[i]! - start;
    const aboveLow = i > 0 ? low[i - 1]! : 1;
    const aboveHigh = i > 0 ? high[i - 1]! : 0;
    this.#reach(i, start, high[i]!, first, node, aboveLow, aboveHigh);
    const above = this.#above;
    this.#above = this.#here;
    this.#here = above;
  }

  /** The nodes start..end of a row, below which nodes aboveLow..aboveHigh lie. */
  #reach(
    i: number,
    start: number,
    end: number,
    first: number,
    node: number,
    aboveLow: number,
    aboveHigh: number,
  ): void {
    const { arrows, matches, bestInRow, bestInColumn } = this;
    const pair = this.#pair;
    const { products } = pair.store;
    const floor = this.#floor;
    const above = this.#above;
    const here = this.#here;
    for (let j = start; j <= end; j++) {
      let best = -1;
      let arrow = 1;
      if (j <= aboveHigh && j >= aboveLow) {
        best = above[j]!;
        arrow = 0;
      }
      if (j > start && here[j - 1]! > best) {
        best = here[j - 1]!;
        arrow = 1;
      }
      if (j > aboveLow && j - 1 <= aboveHigh) {
        const value = centred(pair, i - 1, j - 1, products[first + j - 1]!);
        if (value > bestInRow[i - 1]!) bestInRow[i - 1] = value;
        if (value > bestInColumn[j - 1]!) bestInColumn[j - 1] = value;
        const through = above[j - 1]! + (value - floor);
        if (value > floor && through > best) {
          best = through;
          arrow = 2;
          matches[node + j] = value;
        }
      }
      here[j] = Math.max(0, best);
      arrows[node + j] = arrow;
    }
  }
}

function traceBack(
  arrows: Uint8Array,
  offsets: Int32Array,
  corridor: Corridor,
  keep: (row: number, column: number, node: number) => boolean,
): Chain {
  const chainRows: number[] = [];
  const chainColumns: number[] = [];
  let i = corridor.rows;
  let j = corridor.columns;
  while (i > 0 || j > 0) {
    const node = offsets[i]! + j - corridor.low[i]!;
    const arrow = arrows[node]!;
    if (arrow === 2) {
      i--;
      j--;
      if (keep(i, j, node)) {
        chainRows.push(i);
        chainColumns.push(j);
      }
    } else if (arrow === 0 && i > 0) i--;
    else j--;
  }
  return { rows: chainRows.reverse(), columns: chainColumns.reverse() };
}

/** The same corridor for blocks of half the size. */
function refine(corridor: Corridor, rows: number, columns: number): Corridor {
  const low = new Int32Array(rows + 1);
  const high = new Int32Array(rows + 1);
  for (let i = 0; i <= rows; i++) {
    low[i] = Math.min(columns, corridor.low[i >> 1]! * 2);
    high[i] = Math.min(columns, corridor.high[(i + 1) >> 1]! * 2);
  }
  low[0] = 0;
  high[rows] = columns;
  return { rows, columns, low, high };
}
