/** A bead by positions in the two streams, ascending. */
export interface BeadPositions {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** What two beads have in common if, and only if, they are of the same sentences. */
export function beadKey({ a, b }: BeadPositions): string {
  return `${a.join()}:${b.join()}`;
}

/** The same bead with its positions shifted: from a part of the streams to the whole, or back. */
export function shiftBead<T extends BeadPositions>(bead: T, byA: number, byB: number): T {
  return { ...bead, a: bead.a.map((i) => i + byA), b: bead.b.map((j) => j + byB) };
}
