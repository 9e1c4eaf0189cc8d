/** A bead as the annotators drew it, 0-based. */
export interface GoldBead {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** Lines of both sides and the beads between them. */
export interface RawPair {
  readonly lines: readonly [readonly string[], readonly string[]];
  readonly gold: readonly GoldBead[];
}

/** A seeded generator (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
