import { beadShapes, flatShapes, longestSpan, type BeadShapes, type Shape } from './bead-shapes.js';
import type { CheapWeights } from './cheap-features.js';
import type { ScoredLattice } from './lattice.js';
import type { Plane } from './plane.js';
import { addPlane, readLattice } from './search-arrays.js';
import { search, type SearchInput } from './search-program.js';

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
  return search((input) => {
    const { program } = input;
    const planeAt = addPlane(input, plane, weights.linear);
    const few = addShapes(input, flatShapes(smallShapes, maxBead));
    const all = addShapes(input, flatShapes(beadShapes, maxBead));
    const free = input.write();
    const at = program.prune(planeAt, few, all, weights.run, delta + nodeSlack, delta, free);
    return readLattice(program.memory, at);
  });
}

function addShapes(input: SearchInput, { sizes, count, largest }: BeadShapes): number {
  return input.fields(count, largest, input.add(sizes));
}
