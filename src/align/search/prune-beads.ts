import { beadShapes, flatShapes, longestSpan, type Shape } from './bead-shapes.js';
import type { CheapWeights } from './cheap-features.js';
import type { EdgeList } from './edge-list.js';
import type { Lattice } from './lattice.js';
import { NodeSet } from './node-set.js';
import type { Plane } from './plane.js';
import { Sweep } from './sweep.js';

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
): Lattice {
  const everywhere = new NodeSet(plane.corridor);
  const rough = new Sweep(plane, everywhere, weights, flatShapes(smallShapes, maxBead));
  const nodes = new NodeSet(plane.corridor, rough.nodesWithin(delta + nodeSlack));
  const sweep = new Sweep(plane, nodes, weights, flatShapes(beadShapes, maxBead));
  return compactLattice(nodes, sweep.edgesWithin(delta));
}

/** The lattice of some edges: turned round, and without the nodes that no edge touches. */
function compactLattice(nodes: NodeSet, edges: EdgeList): Lattice {
  const { count } = nodes;
  const { length, from, to, fixed } = edges;
  const used = new Uint8Array(count);
  used[0] = 1;
  used[count - 1] = 1;
  for (let e = 0; e < length; e++) {
    used[from[e]!] = 1;
    used[to[e]!] = 1;
  }
  const names = new Int32Array(count);
  const rows = new Int32Array(count);
  const columns = new Int32Array(count);
  let named = 0;
  let row = 0;
  for (let node = 0; node < count; node++) {
    while (node >= nodes.starts[row + 1]!) row++;
    if (used[node] === 0) continue;
    rows[named] = row;
    columns[named] = nodes.columns[node]!;
    names[node] = named++;
  }
  const lattice = {
    nodes: named,
    rows: rows.slice(0, named),
    columns: columns.slice(0, named),
    edges: length,
    from: new Int32Array(length),
    to: new Int32Array(length),
    fixed: new Uint8Array(length),
  };
  for (let e = 0; e < length; e++) {
    const old = length - 1 - e;
    lattice.from[e] = names[from[old]!]!;
    lattice.to[e] = names[to[old]!]!;
    lattice.fixed[e] = fixed[old]!;
  }
  return lattice;
}
