import { byteAt, intAt, reserve, setByte, setInt } from './memory';
import { Nodes } from './nodes';
import { Plane } from './plane';
import { edgeBytes } from './sweep';

/** Addresses of the arrays of a `Lattice` (see lattice.ts in the folder above). */
@unmanaged
export class Lattice {
  nodes: i32;
  edges: i32;
  rows: usize;
  columns: usize;
  from: usize;
  to: usize;
  /** Bytes. */
  fixed: usize;
  /** First-pass score of each edge. */
  scores: usize;
  /** Cosine of each edge with two sides that no anchor fixes, else 0. */
  cosines: usize;
}

/** The lattice of the edges between two addresses: turned round, and without the nodes that no edge touches. */
export function compactLattice(plane: Plane, nodes: Nodes, edges: usize, end: usize): Lattice {
  const count = nodes.count;
  const used = reserve(<usize>count);
  memory.fill(used, 0, <usize>count);
  setByte(used, 0, 1);
  setByte(used, count - 1, 1);
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
