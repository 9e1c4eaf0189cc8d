import type { Band } from './band.js';
import { longestSpan } from './bead-shapes.js';

/** Sentences on each side that a neighbourhood covers: one before the node, the beads, one after. */
const farthest = longestSpan + 2;
const sumsStride = farthest + 1;

/**
 * The products around one node as running sums in both directions, so that the cosine of any two
 * spans near it is four look-ups. Sentence `node.row + r` is row r + 1 of the table. The features of
 * meaning ask for cosines one by one, between other features; the first pass has the same table in
 * its own program (`assembly/near.ts`), as entering it for each bead would cost more than the bead.
 */
export class Neighbourhood {
  /** `sums[r * stride + c]`: product of rows row-1..row+r-2 with columns column-1..column+c-2. */
  readonly #sums = new Float64Array(sumsStride * sumsStride);
  #row = 0;
  #column = 0;
  readonly #plane: {
    readonly band: Band;
    readonly spansA: Float64Array;
    readonly spansB: Float64Array;
  };
  /** What cosines are multiplied by. */
  readonly #scale: number;

  constructor(
    plane: {
      readonly band: Band;
      readonly spansA: Float64Array;
      readonly spansB: Float64Array;
    },
    scale = 1,
  ) {
    this.#plane = plane;
    this.#scale = scale;
  }

  /** Moves to a node; products outside the band count nothing. */
  enter(row: number, column: number): void {
    this.#row = row;
    this.#column = column;
    const { first, end, offsets, sums: rows } = this.#plane.band;
    const sums = this.#sums;
    for (let r = 0; r < farthest; r++) {
      const i = row - 1 + r;
      const here = (r + 1) * sumsStride;
      const above = r * sumsStride;
      if (i < 0 || i >= first.length) {
        for (let c = 1; c < sumsStride; c++) sums[here + c] = sums[above + c]!;
        continue;
      }
      const low = first[i]!;
      const high = end[i]!;
      const base = offsets[i]! - low;
      const left = column - 1 < low ? low : column - 1 > high ? high : column - 1;
      const origin = rows[base + left]!;
      for (let c = 1; c < sumsStride; c++) {
        const j = column - 1 + c;
        const at = j < low ? low : j > high ? high : j;
        sums[here + c] = sums[above + c]! + rows[base + at]! - origin;
      }
    }
  }

  /** Cosine of the spans row..row+n-1 and column..column+m-1, which must be within reach; 0 at the edges. */
  cosine(row: number, n: number, column: number, m: number): number {
    if (row < 0 || column < 0) return 0;
    const { spansA, spansB } = this.#plane;
    // Past the end of a side the table of spans ends or holds 0.
    const up = (spansA[row * longestSpan + n - 1] ?? 0) * this.#scale;
    const across = spansB[column * longestSpan + m - 1] ?? 0;
    const top = (row - this.#row + 1) * sumsStride + (column - this.#column + 1);
    const bottom = top + n * sumsStride;
    const sums = this.#sums;
    return (sums[bottom + m]! - sums[bottom]! - sums[top + m]! + sums[top]!) * up * across;
  }
}
