import { Copies, Layout } from '../../webassembly.js';
import { dot } from '../vectors/dot.js';
import type { Kernel } from '../vectors/kernel.js';
import type { Block, ProductStore } from '../vectors/product-store.js';
import type { Corridor } from './corridor.js';
import type { Level } from './pyramid.js';

/** Standard deviations above chance at which two blocks begin to count as a match. */
const matchDeviations = 1.5;
/** The same for a pair of sentences that narrows the corridor. */
const trustedDeviations = 2.5;
/** Pairs of blocks from which chance is estimated. */
const samples = 2000;

/** Cells of the plane, ascending in both. */
export interface Chain {
  readonly rows: Int32Array;
  readonly columns: Int32Array;
}

/** Where the rows of two levels stand. */
export interface StoredRows {
  readonly store: ProductStore;
  /** Block i of the first side is row `rowA + i` of the store. */
  readonly rowA: number;
  readonly rowB: number;
}

const doubleBytes = Float64Array.BYTES_PER_ELEMENT;
const integerBytes = Int32Array.BYTES_PER_ELEMENT;

/**
 * The chain of cells, ascending in both, with the greatest sum of (similarity - chance), where the similarity of two
 * blocks is their cosine with the mean direction of either side taken out. With `trusted`, only its cells that are the
 * best of their row and column and well above chance. O(nodes of the corridor x dimension).
 */
export function heaviestChain(
  a: Level,
  b: Level,
  stored: StoredRows,
  corridor: Corridor,
  trusted: boolean,
): Chain {
  const { kernel } = stored.store;
  const layout = new Layout(stored.store.end);
  const copies = new Copies(layout);
  const pair = layOutPair(layout, copies, a, b, stored);
  const sweep = layOutSweep(layout, copies, corridor);
  const sampledAt = layout.reserve(2 * doubleBytes);
  copies.write(kernel.memory);
  pair.compare();
  const { buffer } = kernel.memory;
  const { mean, deviation } = chanceLevel(kernel, pair.at, sampledAt);
  const floor = mean + matchDeviations * deviation;
  const least = mean + trustedDeviations * deviation;
  const count = kernel.heaviestChain(pair.at, sweep.at, floor, trusted, least);
  const cells = (at: number): Int32Array =>
    new Int32Array(buffer, at, sweep.room).slice(sweep.room - count);
  return { rows: cells(sweep.rowsAt), columns: cells(sweep.columnsAt) };
}

/** The tables of two levels (`Pair` in `vectors/assembly/chain.ts`); `compare` fills them. O(blocks x dimension). */
function layOutPair(
  layout: Layout,
  copies: Copies,
  a: Level,
  b: Level,
  { store, rowA, rowB }: StoredRows,
): { readonly at: number; compare(): void } {
  const { kernel, stride } = store;
  const of = (level: Level): number => layout.reserve(level.count * doubleBytes);
  const [biasA, biasB, scaleA, scaleB] = [of(a), of(b), of(a), of(b)];
  const [startA, startB] = [store.rowAt(0, rowA), store.rowAt(1, rowB)];
  const between = (x: Level, y: Level): number => dot(x.mean, 0, y.mean, 0, x.mean.length);
  const bias = copies.add(Float64Array.of(between(a, b)));
  const at = copies.table(
    ...[a.count, b.count, stride, startA, startB, store.outAt],
    ...[biasA, biasB, bias, scaleA, scaleB],
  );
  const multiply = (level: Level, block: Block, { count }: Level, to: number): void => {
    const length = Math.sqrt(between(level, level));
    const vector = store.quantise(level.mean, length > 0 ? 1 / length : 0);
    const rows = block === 0 ? startA : startB;
    kernel.multiplyVector(vector, rows, stride, count, length, to);
  };
  const compare = (): void => {
    multiply(b, 0, a, biasA);
    multiply(a, 1, b, biasB);
    multiply(a, 0, a, scaleA);
    kernel.scaleCentred(scaleA, a.count, between(a, a));
    multiply(b, 1, b, scaleB);
    kernel.scaleCentred(scaleB, b.count, between(b, b));
  };
  return { at, compare };
}

/** The tables of a way through a corridor (`Sweep` in `vectors/assembly/chain.ts`). */
function layOutSweep(
  layout: Layout,
  copies: Copies,
  { rows, columns, low, high }: Corridor,
): {
  readonly at: number;
  /** Room for the cells of the chain, at whose end they stand. */
  readonly room: number;
  readonly rowsAt: number;
  readonly columnsAt: number;
} {
  const offsets = new Int32Array(rows + 2);
  for (let i = 0; i <= rows; i++) offsets[i + 1] = offsets[i]! + high[i]! - low[i]! + 1;
  const nodes = offsets[rows + 1]!;
  const room = Math.min(rows, columns);
  const rowsAt = layout.reserve(room * integerBytes);
  const columnsAt = layout.reserve(room * integerBytes);
  const at = copies.table(
    copies.add(low),
    copies.add(high),
    copies.add(offsets),
    layout.reserve(nodes),
    layout.reserve(nodes * Float32Array.BYTES_PER_ELEMENT),
    layout.reserve(rows * doubleBytes),
    layout.reserve(columns * doubleBytes),
    layout.reserve((columns + 1) * doubleBytes),
    layout.reserve((columns + 1) * doubleBytes),
    rowsAt,
    columnsAt,
  );
  return { at, room, rowsAt, columnsAt };
}

/** Mean and deviation of pairs taken evenly from the whole plane: nearly all of them are unrelated. */
function chanceLevel(
  kernel: Kernel,
  pair: number,
  sampledAt: number,
): { readonly mean: number; readonly deviation: number } {
  kernel.sample(pair, samples, sampledAt);
  const [sum, squares] = new Float64Array(kernel.memory.buffer, sampledAt, 2);
  const mean = sum! / samples;
  return { mean, deviation: Math.sqrt(Math.max(1e-6, squares! / samples - mean * mean)) };
}
