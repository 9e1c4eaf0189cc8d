import { Lattice } from './lattice';
import { byteAt, floatAt, intAt, setByte, setFloat, setInt } from '../../assembly/arrays';
import { reserve } from './memory';
import { Nodes } from './nodes';
import { Path } from './paths';
import { Plane } from './plane';
import { edgeBytes } from './sweep';

/** The lattice of the edges between two addresses: turned round, and without the nodes that no edge touches. */
export function compactLattice(plane: Plane, nodes: Nodes, edges: usize, end: usize): Lattice {
  const count = nodes.count;
  const used = usedNodes(count);
  for (let edge = edges; edge < end; edge += edgeBytes) {
    setByte(used, load<i32>(edge), 1);
    setByte(used, load<i32>(edge, 4), 1);
  }
  const lattice = changetype<Lattice>(reserve(offsetof<Lattice>()));
  const names = reserve((<usize>count) << 2);
  lattice.rows = reserve((<usize>count) << 2);
  lattice.columns = reserve((<usize>count) << 2);
  let named = 0;
  let node = 0;
  for (let i = 0; i <= plane.rows; i++) {
    const last = intAt(nodes.starts, i + 1);
    for (; node < last; node++) {
      if (byteAt(used, node) == 0) continue;
      setInt(lattice.rows, named, i);
      setInt(lattice.columns, named, intAt(nodes.columns, node));
      setInt(names, node, named++);
    }
  }
  const length = <i32>((end - edges) / edgeBytes);
  lattice.nodes = named;
  lattice.edges = length;
  lattice.from = reserve((<usize>length) << 2);
  lattice.to = reserve((<usize>length) << 2);
  lattice.fixed = reserve(<usize>length);
  lattice.scores = reserve((<usize>length) << 3);
  lattice.cosines = reserve((<usize>length) << 3);
  let edge = end;
  for (let e = 0; e < length; e++) {
    edge -= edgeBytes;
    setInt(lattice.from, e, intAt(names, load<i32>(edge)));
    setInt(lattice.to, e, intAt(names, load<i32>(edge, 4)));
    setByte(lattice.fixed, e, load<i32>(edge, 8));
  }
  return lattice;
}

/**
 * Leaves of a lattice only those edges whose posterior is more than `least` or that are on a path, and the nodes that
 * they touch.
 */
export function keepEdges(lattice: Lattice, posteriors: usize, least: f64, path: Path): void {
  const keep = reserve(<usize>lattice.edges);
  for (let e = 0; e < lattice.edges; e++) setByte(keep, e, floatAt(posteriors, e) > least ? 1 : 0);
  for (let k = 0; k < path.length; k++) setByte(keep, intAt(path.edges, k), 1);
  const used = usedNodes(lattice.nodes);
  for (let e = 0; e < lattice.edges; e++) {
    if (byteAt(keep, e) == 0) continue;
    setByte(used, intAt(lattice.from, e), 1);
    setByte(used, intAt(lattice.to, e), 1);
  }
  const names = reserve((<usize>lattice.nodes) << 2);
  let named = 0;
  for (let node = 0; node < lattice.nodes; node++) {
    if (byteAt(used, node) == 0) continue;
    setInt(lattice.rows, named, intAt(lattice.rows, node));
    setInt(lattice.columns, named, intAt(lattice.columns, node));
    setInt(names, node, named++);
  }
  let kept = 0;
  for (let e = 0; e < lattice.edges; e++) {
    if (byteAt(keep, e) == 0) continue;
    setInt(lattice.from, kept, intAt(names, intAt(lattice.from, e)));
    setInt(lattice.to, kept, intAt(names, intAt(lattice.to, e)));
    setByte(lattice.fixed, kept, byteAt(lattice.fixed, e));
    setFloat(lattice.scores, kept, floatAt(lattice.scores, e));
    setFloat(lattice.cosines, kept, floatAt(lattice.cosines, e));
    kept++;
  }
  lattice.nodes = named;
  lattice.edges = kept;
}

/** A flag for each node: 1 for the first and the last. */
function usedNodes(count: i32): usize {
  const used = reserve(<usize>count);
  memory.fill(used, 0, <usize>count);
  setByte(used, 0, 1);
  setByte(used, count - 1, 1);
  return used;
}
