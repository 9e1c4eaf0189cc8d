import {
  floatRowBytes,
  loadKernel,
  releaseKernel,
  quantisedOne,
  rowBytes,
  type Kernel,
} from '../vectors/kernel.js';
import { padding, ProductStore } from '../vectors/product-store.js';
import { unitRows, type Side } from './side.js';

/** Blocks on the longer side at the top of the pyramid, where the whole plane is searched. */
const topBlocks = 320;

/** Sentences whose rows are made at a time, where they are made when asked for. */
const rowsAtOnce = 4096;

/** Levels above the sentences that two sides of these lengths need. */
export function levelsAbove(countA: number, countB: number): number {
  let levels = 0;
  for (let longer = Math.max(countA, countB); longer > topBlocks; longer = Math.ceil(longer / 2)) {
    levels++;
  }
  return levels;
}

/** One side at one level: blocks of 1, 2, 4 ... sentences. */
export interface Level {
  readonly count: number;
  /** The mean of the blocks' unit rows. */
  readonly mean: Float32Array;
}

/** Both sides at all levels, sentences first; unit rows of the larger blocks in the memory of one kernel. */
export class Pyramid {
  readonly a: readonly Level[];
  readonly b: readonly Level[];
  readonly #kernel: Kernel;
  readonly #dimension: number;
  /** Where the rows of each level begin, of either side; nothing below the lowest that is kept. */
  readonly #starts: readonly (readonly [number, number])[];
  readonly #roomAt: number;

  /**
   * Builds `levels` levels above the sentences. O(sentences x dimension).
   *
   * @param lowest the first level whose blocks are kept, above the sentences; those below it take no memory
   */
  constructor(a: Side, b: Side, levels: number, lowest = 1) {
    const { dimension } = a;
    this.#dimension = dimension;
    const [countsA, countsB] = [halvings(a.count, levels), halvings(b.count, levels)];
    let end = 0;
    const reserve = (bytes: number): number => {
      const at = end;
      end += bytes;
      return at;
    };
    const rowsOf = (count: number): number => reserve((count + padding) * rowBytes(dimension));
    this.#starts = countsA.map((count, level) =>
      level < lowest ? [0, 0] : [rowsOf(count), rowsOf(countsB[level]!)],
    );
    const longest = Math.max(countsA[lowest] ?? 0, countsB[lowest] ?? 0);
    this.#roomAt = reserve(ProductStore.roomFor(dimension, longest));
    // Sums of two levels of one side, one block of each level below, a sentence, and a mean.
    const width = floatRowBytes(dimension);
    const sumsAt = reserve(longest * width);
    const above = Math.max(countsA[lowest + 1] ?? 0, countsB[lowest + 1] ?? 0);
    const sumsAbove = reserve(above * width);
    const partsAt = reserve(lowest * width);
    const rowAt = reserve(width);
    const meanAt = reserve(width);
    this.#kernel = loadKernel(end);
    const places = { lowest, sumsAt, sumsAbove, partsAt, rowAt, meanAt };
    this.a = this.#build(a, countsA, 0, places);
    this.b = this.#build(b, countsB, 1, places);
  }

  /** Frees the memory: nothing of the pyramid or its stores can be used any more. */
  close(): void {
    releaseKernel(this.#kernel);
  }

  /** The products of the blocks of a level above the sentences; the last store takes the place of others. */
  store(level: number): ProductStore {
    const longest = Math.max(this.a[level]!.count, this.b[level]!.count);
    const starts = this.#starts[level]!;
    return new ProductStore(this.#kernel, this.#dimension, starts, this.#roomAt, longest);
  }

  #build(side: Side, counts: readonly number[], which: 0 | 1, places: Places): Level[] {
    const { lowest, sumsAt, sumsAbove, meanAt } = places;
    const kernel = this.#kernel;
    const dimension = this.#dimension;
    const floats = new Float32Array(kernel.memory.buffer);
    const bytes = floatRowBytes(dimension);
    const width = bytes / 4;
    const result: Level[] = [];
    const clear = (at: number, rows: number): unknown =>
      floats.fill(0, at / 4, at / 4 + rows * width);
    const endLevel = (count: number): void => {
      result.push({ count, mean: floats.slice(meanAt / 4, meanAt / 4 + dimension) });
      clear(meanAt, 1);
    };
    clear(meanAt, 1);
    clear(sumsAt, counts[lowest] ?? 0);
    this.#addSentences(side, floats, counts.length > lowest, places);
    endLevel(side.count);
    for (let level = 1; level < Math.min(lowest, counts.length); level++) endLevel(counts[level]!);
    for (let level = lowest; level < counts.length; level++) {
      const count = counts[level]!;
      const [sums, above] = (level - lowest) % 2 === 0 ? [sumsAt, sumsAbove] : [sumsAbove, sumsAt];
      const isLast = level + 1 === counts.length;
      if (!isLast) clear(above, counts[level + 1]!);
      for (let i = 0; i < count; i++) {
        const sum = sums + i * bytes;
        const square = kernel.dot(sum, sum, width);
        const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
        const to = this.#starts[level]![which] + i * rowBytes(dimension);
        kernel.quantise(sum, scale * quantisedOne, to, width);
        kernel.accumulate(meanAt, sum, scale / count, width);
        if (!isLast) kernel.accumulate(above + (i >> 1) * bytes, sum, 1, width);
      }
      endLevel(count);
    }
    return result;
  }

  /**
   * Adds the sentences up to the blocks of the lowest level that is kept, pair by pair, as whole levels would be: sums of
   * 32 bits depend on the order.
   */
  #addSentences(
    side: Side,
    floats: Float32Array,
    hasBlocks: boolean,
    { lowest, sumsAt, partsAt, rowAt, meanAt }: Places,
  ): void {
    const kernel = this.#kernel;
    const bytes = floatRowBytes(this.#dimension);
    const width = bytes / 4;
    // The open block of each level below: part 0 is of two sentences.
    const partAt = (level: number): number => partsAt + (level - 1) * bytes;
    floats.fill(0, partsAt / 4, (partsAt + lowest * bytes) / 4);
    let rows = unitRows(side, 0, 0);
    for (let i = 0; i < side.count; i++) {
      const own = i % rowsAtOnce;
      if (own === 0) rows = unitRows(side, i, Math.min(side.count, i + rowsAtOnce));
      const start = rows.starts[own]!;
      floats.set(rows.units.subarray(start, start + this.#dimension), rowAt / 4);
      kernel.accumulate(meanAt, rowAt, 1 / side.count, width);
      if (!hasBlocks) continue;
      const sumAt = sumsAt + (i >> lowest) * bytes;
      kernel.accumulate(lowest === 1 ? sumAt : partAt(1), rowAt, side.norms[i]!, width);
      for (let level = 1; level < lowest; level++) {
        const isFull = (i + 1) % 2 ** level === 0 || i + 1 === side.count;
        if (!isFull) break;
        const part = partAt(level);
        kernel.accumulate(level + 1 === lowest ? sumAt : partAt(level + 1), part, 1, width);
        floats.fill(0, part / 4, part / 4 + width);
      }
    }
  }
}

/** Where a kernel has what the levels are built from, in bytes. */
interface Places {
  /** The first level that is kept. */
  readonly lowest: number;
  /** The sums of its blocks, and of those above it. */
  readonly sumsAt: number;
  readonly sumsAbove: number;
  /** One block of each level below it. */
  readonly partsAt: number;
  readonly rowAt: number;
  readonly meanAt: number;
}

/** A number of sentences, and the numbers of blocks of 2, 4, 8 ... of them. */
function halvings(count: number, levels: number): number[] {
  const counts = [count];
  while (counts.length <= levels) counts.push(Math.ceil(counts[counts.length - 1]! / 2));
  return counts;
}
