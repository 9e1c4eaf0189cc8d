/** The chain of cells of two levels with the greatest sum of similarities over chance (see search/coarse.ts). */
import { floatAt, intAt, setFloat, setInt, setSingle, singleAt } from '../../assembly/arrays';
import { product, productUnit, tile } from './products';

/** Two levels of blocks, and where a way through a corridor between them is looked for. */
@unmanaged
export class Pair {
  countA: i32;
  countB: i32;
  /** Bytes of a row. */
  stride: usize;
  rowsA: usize;
  rowsB: usize;
  /** Room for the products of two rows with as many as the longer side has, and eight more. */
  out: usize;
  /** Product of each block with the other side's mean, 64-bit floats. */
  biasA: usize;
  biasB: usize;
  bias: usize;
  /** 1 / length of each centred block. */
  scaleA: usize;
  scaleB: usize;
}

/** Centred cosine of two blocks whose product is known. */
function centred(pair: Pair, i: i32, j: i32, own: i32): f64 {
  const raw = <f64>own * productUnit - floatAt(pair.biasA, i) - floatAt(pair.biasB, j);
  return (raw + load<f64>(pair.bias)) * floatAt(pair.scaleA, i) * floatAt(pair.scaleB, j);
}

/** Writes the product of a vector, 16-bit integers at `vector`, with each of `count` rows to `to`, in 64 bits. */
export function multiplyVector(
  vector: usize,
  rows: usize,
  stride: usize,
  count: i32,
  length: f64,
  to: usize,
): void {
  for (let i = 0; i < count; i++) {
    setFloat(to, i, <f64>product(vector, rows, stride) * productUnit * length);
    rows += stride;
  }
}

/** 1 / length of each row without the mean: `to` has each row's product with it, and its length squared is `square`. */
export function scaleCentred(to: usize, count: i32, square: f64): void {
  for (let i = 0; i < count; i++) {
    const rest = 1 - 2 * floatAt(to, i) + square;
    setFloat(to, i, rest > 1e-9 ? 1 / Math.sqrt(rest) : 0);
  }
}

/**
 * Adds up the cosines of pairs taken evenly from the whole plane (as numeric/spread-pairs.ts does) and their squares, to
 * two 64-bit floats at `to`.
 */
export function sample(pair: Pair, samples: i32, to: usize): void {
  let sum: f64 = 0;
  let squares: f64 = 0;
  for (let k = 0; k < samples; k++) {
    const i = spread(k, 0.7548776662466927, pair.countA);
    const j = spread(k, 0.5698402909980532, pair.countB);
    const x = pair.rowsA + <usize>i * pair.stride;
    const y = pair.rowsB + <usize>j * pair.stride;
    const value = centred(pair, i, j, product(x, y, pair.stride));
    sum += value;
    squares += value * value;
  }
  setFloat(to, 0, sum);
  setFloat(to, 1, squares);
}

function spread(k: i32, step: f64, count: i32): i32 {
  const at = <f64>k * step;
  return <i32>Math.floor((at - Math.floor(at)) * count);
}

/** The corridor, and where the best way to each of its nodes is written. */
@unmanaged
export class Sweep {
  low: usize;
  high: usize;
  /** Where each row begins among the nodes. */
  offsets: usize;
  /** How each node is reached best: 0 from above, 1 from the left, 2 through a match. */
  arrows: usize;
  /** The similarity of the cell before each node that is reached through a match, 32-bit floats. */
  matches: usize;
  bestInRow: usize;
  bestInColumn: usize;
  /** Two rows of nodes. */
  above: usize;
  here: usize;
  /** Room for as many cells as the shorter side has. */
  chainRows: usize;
  chainColumns: usize;
}

/**
 * Finds the heaviest chain, counting what is over `floor`. With `trusted`, only its cells that are the best of their row
 * and column and over `least`. Cells stand at the end of the room for them.
 *
 * @returns how many cells there are
 */
export function heaviestChain(
  pair: Pair,
  sweep: Sweep,
  floor: f64,
  trusted: bool,
  least: f64,
): i32 {
  const rows = pair.countA;
  const columns = pair.countB;
  for (let i = 0; i < rows; i++) setFloat(sweep.bestInRow, i, -1);
  for (let j = 0; j < columns; j++) setFloat(sweep.bestInColumn, j, -1);
  // The first column whose product is in `out`, and how many are there of each row.
  let from = 0;
  let width = 0;
  for (let i = 0; i <= rows; i++) {
    if ((i & 1) == 1) {
      // Products of blocks i - 1 and i, two rows at a time.
      from = intAt(sweep.low, i - 1);
      const end = min(columns, intAt(sweep.high, min(rows, i + 1)));
      width = (end - from + 3) & ~3;
      const x = pair.rowsA + <usize>(i - 1) * pair.stride;
      const y = pair.rowsB + <usize>from * pair.stride;
      if (width > 0) tile(x, y, pair.stride, 2, width, pair.out);
    }
    reach(pair, sweep, i, ((i & 1) == 1 ? 0 : width) - from, floor);
    const above = sweep.above;
    sweep.above = sweep.here;
    sweep.here = above;
  }
  return traceBack(pair, sweep, trusted, least);
}

/** Finds the best way to the nodes of a row. The product with column j stands at `first + j` of `out`. */
function reach(pair: Pair, sweep: Sweep, i: i32, first: i32, floor: f64): void {
  const above = sweep.above;
  const here = sweep.here;
  const start = intAt(sweep.low, i);
  const end = intAt(sweep.high, i);
  const node = intAt(sweep.offsets, i) - start;
  const aboveLow = i > 0 ? intAt(sweep.low, i - 1) : 1;
  const aboveHigh = i > 0 ? intAt(sweep.high, i - 1) : 0;
  for (let j = start; j <= end; j++) {
    let best: f64 = -1;
    let arrow: u8 = 1;
    if (j <= aboveHigh && j >= aboveLow) {
      best = floatAt(above, j);
      arrow = 0;
    }
    if (j > start && floatAt(here, j - 1) > best) {
      best = floatAt(here, j - 1);
      arrow = 1;
    }
    if (j > aboveLow && j - 1 <= aboveHigh) {
      const value = centred(pair, i - 1, j - 1, intAt(pair.out, first + j - 1));
      if (value > floatAt(sweep.bestInRow, i - 1)) setFloat(sweep.bestInRow, i - 1, value);
      if (value > floatAt(sweep.bestInColumn, j - 1)) setFloat(sweep.bestInColumn, j - 1, value);
      const through = floatAt(above, j - 1) + (value - floor);
      if (value > floor && through > best) {
        best = through;
        arrow = 2;
        setSingle(sweep.matches, node + j, value);
      }
    }
    setFloat(here, j, Math.max(0, best));
    store<u8>(sweep.arrows + <usize>(node + j), arrow);
  }
}

function traceBack(pair: Pair, sweep: Sweep, trusted: bool, least: f64): i32 {
  const room = min(pair.countA, pair.countB);
  let count = 0;
  let i = pair.countA;
  let j = pair.countB;
  while (i > 0 || j > 0) {
    const node = intAt(sweep.offsets, i) + j - intAt(sweep.low, i);
    const arrow = load<u8>(sweep.arrows + <usize>node);
    if (arrow == 2) {
      i--;
      j--;
      if (trusted) {
        const value = singleAt(sweep.matches, node);
        const best = Math.max(floatAt(sweep.bestInRow, i), floatAt(sweep.bestInColumn, j));
        if (!(value > least && value >= best - 1e-6)) continue;
      }
      count++;
      setInt(sweep.chainRows, room - count, i);
      setInt(sweep.chainColumns, room - count, j);
    } else if (arrow == 0 && i > 0) i--;
    else j--;
  }
  return count;
}
