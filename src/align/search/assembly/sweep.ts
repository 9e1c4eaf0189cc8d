import { scoreCheaply } from './cheap-score';
import { byteAt, floatAt, intAt, setFloat, setInt } from '../../assembly/arrays';
import { endList, fillFloats, floats, makeRoom, nextList, reserve } from './memory';
import { enter } from './near';
import { nodeAt, Nodes, pastAnchor } from './nodes';
import { isAnchored, isBarred, Plane, Shapes } from './plane';

/** Bytes of a bead: its node of arrival, and its score as a 32-bit float. */
const beadBytes: usize = 8;
/** Bytes of an edge: the nodes that it leaves and reaches, and whether an anchor fixes it. */
export const edgeBytes: usize = 12;
/** Edges of a node that are no beads: past an anchor, and the skips of a row and of a column. */
const otherEdges: usize = 3;
/** Where the beads of each shape end that begin at the present node, -1 where there is none. */
const ends: usize = memory.data(28 * 4, 16);

/**
 * The best paths through some nodes of the plane by the first pass's scores: forward to each node, then back from the
 * end when it is asked what comes near the best path.
 */
@unmanaged
export class Sweep {
  plane: Plane;
  nodes: Nodes;
  shapes: Shapes;
  run: f64;
  /** Scores of skipping each sentence. */
  skipsA: usize;
  skipsB: usize;
  /** Best way to each node, three by three: by the `Kind` (see lattice.ts) of its last step. */
  forward: usize;
  /** The best way from each node to the end, three by three: by the kind of the step before. */
  backward: usize;
  /** Where the beads of each node begin; nodes + 1 entries. */
  starts: usize;
  /** Where the edges begin of paths that are worth `threshold`: from the last node to the first. */
  edges: usize;
  /** Where the list ends that grows, behind all others: of beads, then of edges. */
  end: usize;
  threshold: f64;
}

/** Scores all beads of `shapes` between the nodes. Time: nodes x shapes. */
export function goForward(sweep: Sweep): void {
  const nodes = sweep.nodes;
  sweep.starts = reserve((<usize>nodes.count + 1) << 2);
  sweep.forward = floats(nodes.count * 3, -Infinity);
  setFloat(sweep.forward, 0, 0);
  sweep.end = nextList();
  for (let i = 0; i <= sweep.plane.rows; i++) leaveRow(sweep, i);
  setInt(sweep.starts, nodes.count, <i32>sweep.end);
  endList(sweep.end);
}

/**
 * Takes all steps from the nodes of a row. Exported, as `arriveRow`, so that it stays a function: the engine replaces
 * its first, slow code when a function is called again, not within a loop.
 */
export function leaveRow(sweep: Sweep, i: i32): void {
  const nodes = sweep.nodes;
  const last = intAt(nodes.starts, i + 1);
  for (let here = intAt(nodes.starts, i); here < last; here++) {
    setInt(sweep.starts, here, <i32>sweep.end);
    leave(sweep, here, i, intAt(nodes.columns, here));
  }
}

function leave(sweep: Sweep, here: i32, i: i32, j: i32): void {
  const plane = sweep.plane;
  const nodes = sweep.nodes;
  const run = sweep.run;
  const forward = sweep.forward;
  const afterBead = floatAt(forward, here * 3);
  const afterRow = floatAt(forward, here * 3 + 1);
  const afterColumn = floatAt(forward, here * 3 + 2);
  const so = max(max(afterBead, afterRow), afterColumn);
  if (so == -Infinity) return;
  const past = pastAnchor(nodes, i, j);
  if (past >= 0) raise(forward, past * 3, so);
  // Before an anchor whatever stands before its second side can be skipped, and nothing else done.
  const right = nodeAt(nodes, i, j + 1);
  if (right >= 0) {
    const going = max(afterRow, afterColumn) + run;
    raise(forward, right * 3 + 2, max(afterBead, going) + floatAt(sweep.skipsB, j));
  }
  if (isAnchored(plane, i)) return;
  const below = nodeAt(nodes, i + 1, j);
  if (below >= 0) {
    raise(forward, below * 3 + 1, max(afterBead, afterRow + run) + floatAt(sweep.skipsA, i));
  }
  if (i < plane.rows && j < plane.columns && findEnds(sweep, i, j)) scoreBeads(sweep, i, j, so);
}

function raise(list: usize, at: i32, value: f64): void {
  if (value > floatAt(list, at)) setFloat(list, at, value);
}

/** Finds where the beads end that can begin at a node; returns whether there are any. */
function findEnds(sweep: Sweep, i: i32, j: i32): bool {
  const plane = sweep.plane;
  const count = sweep.shapes.count;
  const sizes = sweep.shapes.sizes;
  let any = false;
  for (let s = 0; s < count; s++) {
    const bottom = i + byteAt(sizes, 2 * s);
    const right = j + byteAt(sizes, 2 * s + 1);
    const end = nodeAt(sweep.nodes, bottom, right);
    const isOpen =
      end >= 0 &&
      !isBarred(plane.barriersA, i, bottom - 1) &&
      !isBarred(plane.barriersB, j, right - 1);
    setInt(ends, s, isOpen ? end : -1);
    any = any || isOpen;
  }
  return any;
}

function scoreBeads(sweep: Sweep, i: i32, j: i32, so: f64): void {
  const plane = sweep.plane;
  const forward = sweep.forward;
  const count = sweep.shapes.count;
  const sizes = sweep.shapes.sizes;
  makeRoom(sweep.end, <usize>count * beadBytes);
  enter(plane, i, j, sweep.shapes.largest);
  let bead = sweep.end;
  for (let s = 0; s < count; s++) {
    const end = intAt(ends, s);
    if (end < 0) continue;
    const score = scoreCheaply(plane, i, byteAt(sizes, 2 * s), j, byteAt(sizes, 2 * s + 1));
    store<i32>(bead, end);
    store<f32>(bead, <f32>score, 4);
    bead += beadBytes;
    raise(forward, end * 3, so + score);
  }
  sweep.end = bead;
}

/** What the best path is worth. */
export function best(sweep: Sweep): f64 {
  const forward = sweep.forward;
  const last = sweep.nodes.count * 3 - 3;
  return max(max(floatAt(forward, last), floatAt(forward, last + 1)), floatAt(forward, last + 2));
}

/**
 * Finds the best way from each node to the end, and the edges of paths that are worth `threshold`, which may be
 * infinity.
 */
export function goBack(sweep: Sweep, threshold: f64): void {
  const nodes = sweep.nodes;
  sweep.backward = floats(nodes.count * 3, -Infinity);
  fillFloats(sweep.backward + ((<usize>(nodes.count - 1) * 3) << 3), 3, 0);
  sweep.threshold = threshold;
  sweep.edges = nextList();
  sweep.end = sweep.edges;
  for (let i = sweep.plane.rows; i >= 0; i--) arriveRow(sweep, i);
  endList(sweep.end);
}

/** Finds the best way on from the nodes of a row. */
export function arriveRow(sweep: Sweep, i: i32): void {
  const nodes = sweep.nodes;
  const first = intAt(nodes.starts, i);
  for (let here = intAt(nodes.starts, i + 1) - 1; here >= first; here--) {
    arrive(sweep, here, i, intAt(nodes.columns, here));
  }
}

function arrive(sweep: Sweep, here: i32, i: i32, j: i32): void {
  const nodes = sweep.nodes;
  const run = sweep.run;
  const forward = sweep.forward;
  const backward = sweep.backward;
  const at = here * 3;
  const afterBead = floatAt(forward, at);
  const afterRow = floatAt(forward, at + 1);
  const afterColumn = floatAt(forward, at + 2);
  const so = max(max(afterBead, afterRow), afterColumn);
  if (so == -Infinity) return;
  const firstBead = <usize>intAt(sweep.starts, here);
  const endBeads = <usize>intAt(sweep.starts, here + 1);
  makeRoom(sweep.end, ((endBeads - firstBead) / beadBytes + otherEdges) * edgeBytes);
  // What the best way on is worth after any step, and what it adds after a bead or a skip.
  let any = floatAt(backward, at);
  let toRow: f64 = -Infinity;
  let toColumn: f64 = -Infinity;
  const past = pastAnchor(nodes, i, j);
  if (past >= 0) {
    const rest = floatAt(backward, past * 3);
    if (rest > any) any = rest;
    addEdge(sweep, so + rest, here, past, 1);
  }
  const right = nodeAt(nodes, i, j + 1);
  if (right >= 0) {
    toColumn = floatAt(sweep.skipsB, j) + floatAt(backward, right * 3 + 2);
    const whole = max(afterBead + toColumn, max(afterRow, afterColumn) + (toColumn + run));
    addEdge(sweep, whole, here, right, 0);
  }
  if (!isAnchored(sweep.plane, i)) {
    const below = nodeAt(nodes, i + 1, j);
    if (below >= 0) {
      toRow = floatAt(sweep.skipsA, i) + floatAt(backward, below * 3 + 1);
      const whole = max(afterBead + toRow, afterRow + (toRow + run));
      addEdge(sweep, whole, here, below, 0);
    }
    for (let bead = firstBead; bead < endBeads; bead += beadBytes) {
      const to = load<i32>(bead);
      const rest = <f64>load<f32>(bead, 4) + floatAt(backward, to * 3);
      if (rest > any) any = rest;
      addEdge(sweep, so + rest, here, to, 0);
    }
  }
  setFloat(backward, at, max(max(any, toRow), toColumn));
  setFloat(backward, at + 1, max(max(any, toRow + run), toColumn + run));
  // Columns are never skipped before rows (see `transition`).
  setFloat(backward, at + 2, max(any, toColumn + run));
}

function addEdge(sweep: Sweep, worth: f64, from: i32, to: i32, isFixed: i32): void {
  if (!(worth >= sweep.threshold)) return;
  const edge = sweep.end;
  store<i32>(edge, from);
  store<i32>(edge, to, 4);
  store<i32>(edge, isFixed, 8);
  sweep.end = edge + edgeBytes;
}

/** Leaves only those of the corridor's nodes that a path goes through which is worth `threshold`. */
export function keepNodes(sweep: Sweep, threshold: f64): void {
  const nodes = sweep.nodes;
  const forward = sweep.forward;
  const backward = sweep.backward;
  const starts = nodes.starts;
  const columns = nodes.columns;
  const numbers = nodes.numbers;
  let count = 0;
  let node = 0;
  for (let i = 0; i <= sweep.plane.rows; i++) {
    const end = intAt(starts, i + 1);
    for (; node < end; node++) {
      const at = node * 3;
      const marginal = max(
        max(
          floatAt(forward, at) + floatAt(backward, at),
          floatAt(forward, at + 1) + floatAt(backward, at + 1),
        ),
        floatAt(forward, at + 2) + floatAt(backward, at + 2),
      );
      const isKept = marginal >= threshold;
      setInt(numbers, node, isKept ? count : -1);
      if (isKept) setInt(columns, count++, intAt(columns, node));
    }
    setInt(starts, i + 1, count);
  }
  nodes.count = count;
}
