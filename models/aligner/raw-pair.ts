import type { NumberedBead } from '../../src/score/vecalign-notation.js';

/** Lines of both sides and the beads between them, before they have vectors. */
export interface RawPair {
  readonly lines: readonly [readonly string[], readonly string[]];
  readonly gold: readonly NumberedBead[];
}
