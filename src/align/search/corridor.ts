import { Copies, Layout } from '../../webassembly.js';
import { loadKernel, releaseKernel } from '../vectors/kernel.js';

/**
 * The part of the plane in which paths are looked for: for every node row i (0..rows, a node stands
 * before sentence i of the first side) the columns `low[i]..high[i]`, both inclusive and never
 * falling from row to row, so that every node can be reached and left.
 */
export interface Corridor {
  readonly rows: number;
  readonly columns: number;
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** Every node of a rows x columns plane. */
export function wholePlane(rows: number, columns: number): Corridor {
  return {
    rows,
    columns,
    low: new Int32Array(rows + 1),
    high: new Int32Array(rows + 1).fill(columns),
  };
}

/**
 * Covers a chain of matched cells (ascending in both): the rectangle between two matches that
 * follow each other, and `radius` nodes before and after it on one side with `slack` on the other.
 * A rectangle of more than `largest` nodes (long passages without a counterpart on both sides)
 * shrinks to a band around its diagonal.
 */
export function corridorAround(
  chain: { readonly rows: ArrayLike<number>; readonly columns: ArrayLike<number> },
  rows: number,
  columns: number,
  radius: number,
  slack: number,
  largest = 250_000,
): Corridor {
  const layout = new Layout(0);
  const copies = new Copies(layout);
  const lowAt = layout.reserve((rows + 1) * Int32Array.BYTES_PER_ELEMENT);
  const highAt = layout.reserve((rows + 1) * Int32Array.BYTES_PER_ELEMENT);
  const cellRows = copies.add(Int32Array.from(chain.rows));
  const cellColumns = copies.add(Int32Array.from(chain.columns));
  const corridor = copies.table(rows, columns, lowAt, highAt, radius, slack);
  const kernel = loadKernel(layout.end);
  copies.write(kernel.memory);
  kernel.surround(corridor, cellRows, cellColumns, chain.rows.length, largest);
  const { buffer } = kernel.memory;
  const [low, high] = [lowAt, highAt].map((at) => new Int32Array(buffer, at, rows + 1).slice());
  releaseKernel(kernel);
  return { rows, columns, low: low!, high: high! };
}
