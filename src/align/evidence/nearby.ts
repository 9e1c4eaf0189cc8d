import type { Lattice } from '../search/lattice.js';
import { withProgram, type EvidenceProgram } from './program.js';

/** What the first pass says of where the sentences of a side belong. */
export interface Nearby {
  /** The first sentence of the other side that is near, by sentence; and one past the last. */
  readonly first: Int32Array;
  readonly end: Int32Array;
  /** 1 if the sentence's bead is certain: it is not looked at in detail, which saves most of the time. */
  readonly sure: Uint8Array;
}

/** For each sentence of both sides, the sentences of the other side that its beads touch, and one beyond. */
export function lookAround(
  lattice: Lattice,
  posteriors: Float64Array,
  countA: number,
  countB: number,
): { readonly nearbyA: Nearby; readonly nearbyB: Nearby } {
  return withProgram((program) => {
    const beads = program.putLattice(lattice);
    const probabilities = program.putFloats(posteriors);
    const look = (columns: boolean, count: number, otherCount: number): Nearby => {
      const lists = [4 * count, 4 * count, count].map((bytes) => program.reserve(bytes));
      const nearby = program.putIntegers(Int32Array.from(lists));
      program.call.lookAround(beads, probabilities, columns ? 1 : 0, count, otherCount, nearby);
      const [first, end, sure] = lists;
      return {
        first: program.integersAt(first!, count).slice(),
        end: program.integersAt(end!, count).slice(),
        sure: program.bytesAt(sure!, count).slice(),
      };
    };
    return { nearbyA: look(false, countA, countB), nearbyB: look(true, countB, countA) };
  });
}

/** Copies it into a program. */
export function putNearby(program: EvidenceProgram, { first, end, sure }: Nearby): number {
  const lists = [program.putIntegers(first), program.putIntegers(end), program.putBytes(sure)];
  return program.putIntegers(Int32Array.from(lists));
}
