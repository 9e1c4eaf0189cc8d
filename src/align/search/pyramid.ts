import {
  copyRows,
  floatRowBytes,
  loadKernel,
  releaseKernel,
  rowBytes,
  type Kernel,
} from '../vectors/kernel.js';
import { padding, ProductStore } from '../vectors/product-store.js';
import { unitRows, type Side } from './side.js';

/** Blocks on the longer side at the top of the pyramid, where the whole plane is searched. */
const topBlocks = 320;

/** Sentences whose rows are made at a time, where they are made when asked for. */
const rowsAtOnce = 4096;

/** Rows that are copied at a time. */
const rowsCopied = 64;
/** Numbers in the table of a side (`Sentences` in `vectors/assembly/blocks.ts`). */
const sideNumbers = 8;

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
    const atOnce = Math.min(rowsCopied, Math.max(a.count, b.count));
    const rowsAt = reserve(atOnce * width);
    const normsAt = reserve(atOnce * Float64Array.BYTES_PER_ELEMENT);
    const sideAt = reserve(sideNumbers * Int32Array.BYTES_PER_ELEMENT);
    const meanAt = reserve(width);
    this.#kernel = loadKernel(end);
    const places = { lowest, sumsAt, sumsAbove, partsAt, rowsAt, normsAt, sideAt, meanAt };
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
      const to = this.#starts[level]![which];
      kernel.makeLevel(sums, count, width, to, meanAt, isLast ? 0 : above);
      endLevel(count);
    }
    return result;
  }

  /** Adds the sentences up to the blocks of the lowest level that is kept. */
  #addSentences(side: Side, floats: Float32Array, hasBlocks: boolean, places: Places): void {
    const { lowest, sumsAt, partsAt, rowsAt, normsAt, sideAt, meanAt } = places;
    const kernel = this.#kernel;
    const { buffer } = kernel.memory;
    const width = floatRowBytes(this.#dimension) / 4;
    floats.fill(0, partsAt / 4, partsAt / 4 + lowest * width);
    const levels = hasBlocks ? lowest : 0;
    const table = [side.count, width, levels, sumsAt, partsAt, meanAt, rowsAt, normsAt];
    new Int32Array(buffer, sideAt, sideNumbers).set(table);
    const norms = new Float64Array(buffer, normsAt);
    const copied = new Float32Array(buffer, rowsAt);
    for (let from = 0; from < side.count; from += rowsAtOnce) {
      const rows = unitRows(side, from, Math.min(side.count, from + rowsAtOnce));
      const count = rows.starts.length;
      for (let own = 0; own < count; own += rowsCopied) {
        const end = Math.min(count, own + rowsCopied);
        copyRows(rows, own, end, this.#dimension, copied);
        norms.set(side.norms.subarray(from + own, from + end));
        kernel.addSentences(sideAt, from + own, end - own);
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
  /** Some sentences' rows, and the lengths of their vectors. */
  readonly rowsAt: number;
  readonly normsAt: number;
  /** What the program knows of a side. */
  readonly sideAt: number;
  readonly meanAt: number;
}

/** A number of sentences, and the numbers of blocks of 2, 4, 8 ... of them. */
function halvings(count: number, levels: number): number[] {
  const counts = [count];
  while (counts.length <= levels) counts.push(Math.ceil(counts[counts.length - 1]! / 2));
  return counts;
}
