import { corridorAround, wholePlane } from './corridor.js';
import type { Corridor } from './corridor.js';
import { dot } from './side.js';
import type { Side } from './side.js';

/** Blocks on the longer side at the top of the pyramid, where the whole plane is searched. */
const TOP = 320;
/** Blocks around the chain of one level in which the next finer level searches. */
const COARSE_RADIUS = 4;
/** Nodes around the chain of sentences in which beads are looked for. */
const FINE_RADIUS = 8;
/** Standard deviations above chance at which two blocks begin to count as a match. */
const MATCH = 1.5;
/** The same for a pair of sentences that narrows the corridor. */
const TRUSTED = 2.5;

/** One side at one level: unit rows of blocks of 1, 2, 4 ... sentences. */
interface Level {
  readonly count: number;
  readonly units: Float32Array;
  /** Where each block's row begins in `units`. */
  readonly starts: Int32Array;
}

/** Cosines of blocks with the mean direction of either side taken out. */
interface Likeness {
  readonly a: Level;
  readonly b: Level;
  readonly dimension: number;
  /** Product of each block with the other side's mean. */
  readonly biasA: Float64Array;
  readonly biasB: Float64Array;
  readonly bias: number;
  /** 1 / length of each centred block. */
  readonly scaleA: Float64Array;
  readonly scaleB: Float64Array;
}

interface Chain {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/**
 * Finds where the path runs, coarse to fine (the idea of vecalign, Thompson & Koehn 2019): blocks
 * of 2, 4, 8 ... sentences; at every level the heaviest chain of blocks that are more alike than
 * chance, searched around the chain of the level above. Leaving blocks out costs nothing, so a
 * missing chapter does not bend the path, and the corridor holds the whole rectangle between two
 * matches. Time and memory are linear in the number of sentences.
 */
export function findCorridor(a: Side, b: Side): Corridor {
  if (a.count === 0 || b.count === 0) return wholePlane(a.count, b.count);
  const pyramidA = pyramid(a, b.count);
  const pyramidB = pyramid(b, a.count);
  const top = pyramidA.length - 1;
  let corridor = wholePlane(pyramidA[top]!.count, pyramidB[top]!.count);
  for (let level = top; level > 0; level--) {
    const chain = heaviestChain(
      compare(pyramidA[level]!, pyramidB[level]!, a.dimension),
      corridor,
      false,
    );
    const around = corridorAround(chain, corridor.rows, corridor.columns, COARSE_RADIUS);
    corridor = refine(around, pyramidA[level - 1]!.count, pyramidB[level - 1]!.count);
  }
  const chain = heaviestChain(compare(pyramidA[0]!, pyramidB[0]!, a.dimension), corridor, true);
  return corridorAround(chain, a.count, b.count, FINE_RADIUS);
}

/** Sentences first, then blocks of twice as many until the longer side has at most `TOP`. */
function pyramid(side: Side, otherCount: number): Level[] {
  const { dimension } = side;
  const starts = side.positions.map((position) => position * dimension);
  const levels: Level[] = [{ count: side.count, units: side.units, starts }];
  let longer = Math.max(side.count, otherCount);
  let sums: Float32Array | null = null;
  while (longer > TOP) {
    longer = Math.ceil(longer / 2);
    const below = levels[levels.length - 1]!;
    const count = Math.ceil(below.count / 2);
    const next = new Float32Array(count * dimension);
    for (let i = 0; i < below.count; i++) {
      const to = (i >> 1) * dimension;
      const from = sums === null ? below.starts[i]! : i * dimension;
      const weight = sums === null ? side.norms[i]! : 1;
      const rows: Float32Array = sums ?? below.units;
      for (let k = 0; k < dimension; k++) next[to + k]! += rows[from + k]! * weight;
    }
    sums = next;
    const units = next.slice();
    for (let i = 0; i < count; i++) {
      const square = dot(units, i * dimension, units, i * dimension, dimension);
      const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
      for (let k = i * dimension; k < (i + 1) * dimension; k++) units[k]! *= scale;
    }
    levels.push({
      count,
      units,
      starts: Int32Array.from({ length: count }, (_, i) => i * dimension),
    });
  }
  return levels;
}

function compare(a: Level, b: Level, dimension: number): Likeness {
  const meanA = meanRow(a, dimension);
  const meanB = meanRow(b, dimension);
  const bias = (level: Level, mean: Float32Array): Float64Array =>
    Float64Array.from(level.starts, (start) => dot(level.units, start, mean, 0, dimension));
  const scale = (level: Level, mean: Float32Array): Float64Array => {
    const square = dot(mean, 0, mean, 0, dimension);
    return Float64Array.from(level.starts, (start) => {
      const own = dot(level.units, start, level.units, start, dimension);
      const centred = own - 2 * dot(level.units, start, mean, 0, dimension) + square;
      return centred > 1e-9 ? 1 / Math.sqrt(centred) : 0;
    });
  };
  return {
    a,
    b,
    dimension,
    biasA: bias(a, meanB),
    biasB: bias(b, meanA),
    bias: dot(meanA, 0, meanB, 0, dimension),
    scaleA: scale(a, meanA),
    scaleB: scale(b, meanB),
  };
}

function meanRow(level: Level, dimension: number): Float32Array {
  const mean = new Float32Array(dimension);
  for (const start of level.starts) {
    for (let k = 0; k < dimension; k++) mean[k]! += level.units[start + k]! / level.count;
  }
  return mean;
}

function likeness(pair: Likeness, i: number, j: number): number {
  const product = dot(
    pair.a.units,
    pair.a.starts[i]!,
    pair.b.units,
    pair.b.starts[j]!,
    pair.dimension,
  );
  const centred = product - pair.biasA[i]! - pair.biasB[j]! + pair.bias;
  return centred * pair.scaleA[i]! * pair.scaleB[j]!;
}

/** Mean and deviation of pairs taken evenly from the whole plane: nearly all of them are strangers. */
function chance(pair: Likeness): { readonly mean: number; readonly deviation: number } {
  const samples = 2000;
  let sum = 0;
  let squares = 0;
  for (let k = 0; k < samples; k++) {
    // Two additive sequences with irrational steps cover the plane evenly.
    const i = Math.floor(((k * 0.7548776662466927) % 1) * pair.a.count);
    const j = Math.floor(((k * 0.5698402909980532) % 1) * pair.b.count);
    const value = likeness(pair, i, j);
    sum += value;
    squares += value * value;
  }
  const mean = sum / samples;
  return { mean, deviation: Math.sqrt(Math.max(1e-6, squares / samples - mean * mean)) };
}

/**
 * The chain of cells, ascending in both, with the greatest sum of (likeness - chance). With
 * `trusted`, only its cells that are the best of their row and column and well above chance.
 */
function heaviestChain(pair: Likeness, corridor: Corridor, trusted: boolean): Chain {
  const { rows, low, high } = corridor;
  const { mean, deviation } = chance(pair);
  const floor = mean + MATCH * deviation;
  const offsets = new Int32Array(rows + 2);
  for (let i = 0; i <= rows; i++) offsets[i + 1] = offsets[i]! + high[i]! - low[i]! + 1;
  // How each node is reached best: 0 from above, 1 from the left, 2 through a match.
  const arrows = new Uint8Array(offsets[rows + 1]!);
  const bestInRow = new Float64Array(rows).fill(-1);
  const bestInColumn = new Float64Array(corridor.columns).fill(-1);
  let above = new Float64Array(corridor.columns + 1);
  let here = new Float64Array(corridor.columns + 1);
  for (let i = 0; i <= rows; i++) {
    const start = low[i]!;
    for (let j = start; j <= high[i]!; j++) {
      let best = -1;
      let arrow = 1;
      if (i > 0 && j >= low[i - 1]! && j <= high[i - 1]!) {
        best = above[j]!;
        arrow = 0;
      }
      if (j > start && here[j - 1]! > best) {
        best = here[j - 1]!;
        arrow = 1;
      }
      if (i > 0 && j > 0 && j - 1 >= low[i - 1]! && j - 1 <= high[i - 1]!) {
        const value = likeness(pair, i - 1, j - 1);
        if (value > bestInRow[i - 1]!) bestInRow[i - 1] = value;
        if (value > bestInColumn[j - 1]!) bestInColumn[j - 1] = value;
        const through = above[j - 1]! + (value - floor);
        if (value > floor && through > best) {
          best = through;
          arrow = 2;
        }
      }
      here[j] = Math.max(0, best);
      arrows[offsets[i]! + j - start] = arrow;
    }
    [above, here] = [here, above];
  }
  return traceBack(arrows, offsets, corridor, (i, j) => {
    if (!trusted) return true;
    const value = likeness(pair, i, j);
    return (
      value > mean + TRUSTED * deviation && value >= bestInRow[i]! && value >= bestInColumn[j]!
    );
  });
}

function traceBack(
  arrows: Uint8Array,
  offsets: Int32Array,
  corridor: Corridor,
  keep: (i: number, j: number) => boolean,
): Chain {
  const chainRows: number[] = [];
  const chainColumns: number[] = [];
  let i = corridor.rows;
  let j = corridor.columns;
  while (i > 0 || j > 0) {
    const arrow = arrows[offsets[i]! + j - corridor.low[i]!]!;
    if (arrow === 2) {
      i--;
      j--;
      if (keep(i, j)) {
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
