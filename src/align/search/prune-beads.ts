import { beadShapes, flatShapes, longestSpan, type BeadShapes, type Shape } from './bead-shapes.js';
import type { CheapWeights } from './cheap-features.js';
import { addPlane, Input, withFirstPass } from './first-pass.js';
import type { Lattice } from './lattice.js';
import type { Plane } from './plane.js';

/** Beads that show roughly where paths run: larger ones are made up of them and of skips. */
const smallShapes: readonly Shape[] = [
  [1, 1],
  [1, 2],
  [2, 1],
];
/**
 * By how much more than beads a node may fall short of the best path while only small beads are known:
 * what a path can gain by its larger ones.
 */
const nodeSlack = 25;

/** A lattice with what the first pass makes of its edges. */
export interface ScoredLattice {
  readonly lattice: Lattice;
  /** First-pass score of each edge, 0 for an anchor. */
  readonly scores: Float64Array;
  /** Cosine of each edge with two sides that no anchor fixes, else 0. */
  readonly cosines: Float64Array;
}

/**
 * Scores the beads inside the corridor and keeps those whose best path comes within `delta` of the
 * best path of all (max-marginals): the lattice on which everything else is spent. A first sweep with
 * small beads alone finds the nodes that a path may go through; only between those are all beads
 * scored.
 * Time and memory: nodes of the corridor, and the few that are left x shapes.
 *
 * @param maxBead the most sentences on a side of a bead that no anchor fixes
 */
export function pruneBeads(
  plane: Plane,
  weights: CheapWeights,
  delta: number,
  maxBead = longestSpan,
): ScoredLattice {
  return withFirstPass((program) => {
    const input = new Input(program);
    const planeAt = addPlane(input, plane, weights.linear);
    const few = addShapes(input, flatShapes(smallShapes, maxBead));
    const all = addShapes(input, flatShapes(beadShapes, maxBead));
    const free = input.write(program);
    const at = program.prune(planeAt, few, all, weights.run, delta + nodeSlack, delta, free);
    return scoredLattice(program.memory.buffer, at >>> 0);
  });
}

function addShapes(input: Input, { sizes, count, largest }: BeadShapes): number {
  return input.addFields(count, largest, input.add(sizes));
}

/** Copies out the lattice at an address; fields in the order of `assembly/lattice.ts`. */
function scoredLattice(buffer: ArrayBuffer, at: number): ScoredLattice {
  const fields = new Uint32Array(buffer, at, 9);
  const [nodes, edges] = [fields[0]!, fields[1]!];
  const integers = (field: number, count: number): Int32Array =>
    new Int32Array(buffer, fields[field], count).slice();
  const floats = (field: number): Float64Array =>
    new Float64Array(buffer, fields[field], edges).slice();
  return {
    lattice: {
      nodes,
      rows: integers(2, nodes),
      columns: integers(3, nodes),
      edges,
      from: integers(4, edges),
      to: integers(5, edges),
      fixed: new Uint8Array(buffer, fields[6], edges).slice(),
    },
    scores: floats(7),
    cosines: floats(8),
  };
}
