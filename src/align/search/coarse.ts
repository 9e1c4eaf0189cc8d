import { corridorAround, wholePlane } from './corridor.js';
import type { Corridor } from './corridor.js';
import { centred, chanceLevel, compareLevels } from './similarity.js';
import type { LevelSimilarity } from './similarity.js';
import { ProductStore } from '../vectors/product-store.js';
import { levelsAbove, pyramid, type Level } from './pyramid.js';
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
  const [pyramidA, pyramidB] = [pyramid(a, levels), pyramid(b, levels)];
  const corridor = corridorAtLevel(pyramidA, pyramidB, dimension, 0);
  const pair = compareLevels(pyramidA[0]!, pyramidB[0]!, dimension, sentences);
  const chain = heaviestChain(pair, dimension, corridor, true);
  return corridorAround(chain, a.count, b.count, fineRadius, fineSlack);
}

/**
 * The blocks of 2^level sentences that surely belong together: those of the heaviest chain that are each
 * other's best match and well above chance, ascending. O(sentences x dimension).
 */
export function matchedBlocks(a: Side, b: Side, level: number): Chain {
  const { dimension } = a;
  const levels = Math.max(level, levelsAbove(a.count, b.count));
  const [pyramidA, pyramidB] = [pyramid(a, levels), pyramid(b, levels)];
  const corridor = corridorAtLevel(pyramidA, pyramidB, dimension, level);
  const pair = compareBlocks(pyramidA[level]!, pyramidB[level]!, dimension);
  return heaviestChain(pair, dimension, corridor, true);
}

/** Narrows the plane from the top of the pyramids down to a level, where the corridor is still to be searched. */
function corridorAtLevel(
  pyramidA: readonly Level[],
  pyramidB: readonly Level[],
  dimension: number,
  last: number,
): Corridor {
  const top = pyramidA.length - 1;
  let corridor = wholePlane(pyramidA[top]!.count, pyramidB[top]!.count);
  for (let level = top; level > last; level--) {
    const pair = compareBlocks(pyramidA[level]!, pyramidB[level]!, dimension);
    const chain = heaviestChain(pair, dimension, corridor, false);
    const { rows, columns } = corridor;
    const around = corridorAround(chain, rows, columns, coarseRadius, coarseRadius);
    corridor = refine(around, pyramidA[level - 1]!.count, pyramidB[level - 1]!.count);
  }
  return corridor;
}

function compareBlocks(a: Level, b: Level, dimension: number): LevelSimilarity {
  const store = new ProductStore(a, b, dimension);
  return compareLevels(a, b, dimension, { store, rowA: 0, rowB: 0 });
}

/**
 * The chain of cells, ascending in both, with the greatest sum of (similarity - chance). With
 * `trusted`, only its cells that are the best of their row and column and well above chance.
 */
function heaviestChain(
  pair: LevelSimilarity,
  dimension: number,
  corridor: Corridor,
  trusted: boolean,
): Chain {
  const { rows, low, high } = corridor;
  const { store, rowA, rowB } = pair;
  const { mean, deviation } = chanceLevel(pair, dimension);
  const floor = mean + matchDeviations * deviation;
  const offsets = new Int32Array(rows + 2);
  for (let i = 0; i <= rows; i++) offsets[i + 1] = offsets[i]! + high[i]! - low[i]! + 1;
  // How each node is reached best: 0 from above, 1 from the left, 2 through a match.
  const arrows = new Uint8Array(offsets[rows + 1]!);
  const matches = new Float32Array(offsets[rows + 1]!);
  const bestInRow = new Float64Array(rows).fill(-1);
  const bestInColumn = new Float64Array(corridor.columns).fill(-1);
  let above = new Float64Array(corridor.columns + 1);
  let here = new Float64Array(corridor.columns + 1);
  let from = 0;
  for (let i = 0; i <= rows; i++) {
    const start = low[i]!;
    if (i % 2 === 1) {
      // Products of sentences i - 1 and i, two rows at a time.
      from = low[i - 1]!;
      const end = Math.min(corridor.columns, high[Math.min(rows, i + 1)]!);
      store.multiply(0, rowA + i - 1, 1, rowB + from, rowB + end);
    }
    const products = (i % 2 === 1 ? 0 : store.width) - from;
    for (let j = start; j <= high[i]!; j++) {
      let best = -1;
      let arrow = 1;
      if (i > 0 && j <= high[i - 1]! && j >= low[i - 1]!) {
        best = above[j]!;
        arrow = 0;
      }
      if (j > start && here[j - 1]! > best) {
        best = here[j - 1]!;
        arrow = 1;
      }
      if (i > 0 && j > 0 && j - 1 >= low[i - 1]! && j - 1 <= high[i - 1]!) {
        const value = centred(pair, i - 1, j - 1, store.products[products + j - 1]!);
        if (value > bestInRow[i - 1]!) bestInRow[i - 1] = value;
        if (value > bestInColumn[j - 1]!) bestInColumn[j - 1] = value;
        const through = above[j - 1]! + (value - floor);
        if (value > floor && through > best) {
          best = through;
          arrow = 2;
          matches[offsets[i]! + j - start] = value;
        }
      }
      here[j] = Math.max(0, best);
      arrows[offsets[i]! + j - start] = arrow;
    }
    [above, here] = [here, above];
  }
  return traceBack(arrows, offsets, corridor, (i, j, node) => {
    if (!trusted) return true;
    const value = matches[node]!;
    const best = Math.max(bestInRow[i]!, bestInColumn[j]!);
    return value > mean + trustedDeviations * deviation && value >= best - 1e-6;
  });
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
