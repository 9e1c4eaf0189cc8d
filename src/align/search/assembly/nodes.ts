import { intAt, setInt } from '../../assembly/arrays';
import { reserve } from './memory';
import { Plane } from './plane';

/** Some of a corridor's nodes, numbered row by row: the first and the last node are always among them. */
@unmanaged
export class Nodes {
  plane: Plane;
  count: i32;
  /** Number of each row's first node here; rows + 2 entries. */
  starts: usize;
  /** Column of each node. */
  columns: usize;
  /** Where each row begins in `numbers`. */
  offsets: usize;
  /** Number of each node of the corridor, -1 for those that are not here. */
  numbers: usize;
}

/** All nodes of the corridor. */
export function allNodes(plane: Plane): Nodes {
  const nodes = changetype<Nodes>(reserve(offsetof<Nodes>()));
  const rows = plane.rows;
  const low = plane.low;
  const high = plane.high;
  nodes.plane = plane;
  nodes.starts = reserve((<usize>rows + 2) << 2);
  nodes.offsets = reserve((<usize>rows + 2) << 2);
  let count = 0;
  for (let i = 0; i <= rows; i++) {
    setInt(nodes.starts, i, count);
    setInt(nodes.offsets, i, count);
    count += intAt(high, i) - intAt(low, i) + 1;
  }
  setInt(nodes.starts, rows + 1, count);
  nodes.count = count;
  nodes.columns = reserve((<usize>count) << 2);
  nodes.numbers = reserve((<usize>count) << 2);
  let node = 0;
  for (let i = 0; i <= rows; i++) {
    const last = intAt(high, i);
    for (let j = intAt(low, i); j <= last; j++) {
      setInt(nodes.columns, node, j);
      setInt(nodes.numbers, node, node);
      node++;
    }
  }
  return nodes;
}

/** Number of the node (i, j), or -1 if it is not here. */
export function nodeAt(nodes: Nodes, i: i32, j: i32): i32 {
  const plane = nodes.plane;
  if (i > plane.rows) return -1;
  const low = intAt(plane.low, i);
  if (j < low || j > intAt(plane.high, i)) return -1;
  return intAt(nodes.numbers, intAt(nodes.offsets, i) + j - low);
}

/** Number of the node to which the anchor leads that begins at (i, j), or -1. */
export function pastAnchor(nodes: Nodes, i: i32, j: i32): i32 {
  const plane = nodes.plane;
  if (intAt(plane.anchorStarts, i) != j) return -1;
  const at = (<usize>i) << 1;
  return nodeAt(
    nodes,
    i + load<u16>(plane.anchorRows + at),
    j + load<u16>(plane.anchorColumns + at),
  );
}
