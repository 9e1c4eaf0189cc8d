/** Which sizes a bead may have. */

/** The largest number of sentences in a bead, both sides together. */
export const largestBead = 8;
/** The largest number of sentences of one side in a bead that has two sides. */
export const longestSpan = largestBead - 1;

/** The size of a bead with two sides, as [rows, columns]. */
export type Shape = readonly [number, number];

/** Sizes of beads with two sides. */
export const beadShapes: readonly Shape[] = (() => {
  const shapes: Shape[] = [];
  for (let n = 1; n < largestBead; n++) {
    for (let m = 1; n + m <= largestBead; m++) shapes.push([n, m]);
  }
  return shapes;
})();

/** Shapes in a form for inner loops. */
export interface BeadShapes {
  readonly count: number;
  /** Rows and columns of each shape, by turns. */
  readonly sizes: Uint8Array;
  /** The most sentences on one side. */
  readonly largest: number;
}

/** Those of the shapes that have at most `maxBead` sentences on a side. */
export function flatShapes(shapes: readonly Shape[], maxBead: number): BeadShapes {
  const sizes = shapes.filter(([n, m]) => n <= maxBead && m <= maxBead).flat();
  return { count: sizes.length / 2, sizes: Uint8Array.from(sizes), largest: Math.max(...sizes) };
}

/** How many classes of sizes there are. */
export const shapeClasses = 7;

/** Class of a bead's size, the same for n-m and m-n: 1-1, 1-2, 1-3, 1-n, 2-2, 2-3, larger. */
export function shapeClass(n: number, m: number): number {
  const small = Math.min(n, m);
  const large = Math.max(n, m);
  if (small === 1) return Math.min(large, 4) - 1;
  if (small === 2) return large === 2 ? 4 : large === 3 ? 5 : 6;
  return 6;
}
