import { exp, log1p } from './host';
import { kindsOf, Kind, Lattice, transition } from './lattice';
import { byteAt, floatAt, intAt, setByte, setFloat, setInt } from '../../assembly/arrays';
import { fillFloats, floats, reserve } from './memory';

/** Edges after which a function is called again (see `leaveRow`). */
const block: i32 = 256;

/** Sums over the paths of a lattice, three a node: by the kind of the step to it or before it. */
@unmanaged
class Sums {
  lattice: Lattice;
  run: f64;
  kinds: usize;
  forward: usize;
  backward: usize;
  /** The sum of the paths up to and with each edge; in the end its posterior. */
  into: usize;
}

/** The posterior of every edge (see `edgePosteriors` in the folder above). */
export function posteriors(lattice: Lattice, run: f64): usize {
  const nodes = lattice.nodes;
  const edges = lattice.edges;
  const sums = changetype<Sums>(reserve(offsetof<Sums>()));
  sums.lattice = lattice;
  sums.run = run;
  sums.kinds = kindsOf(lattice);
  sums.forward = floats(nodes * 3, -Infinity);
  sums.backward = floats(nodes * 3, -Infinity);
  sums.into = reserve((<usize>edges) << 3);
  setFloat(sums.forward, 0, 0);
  fillFloats(sums.backward + ((<usize>(nodes - 1) * 3) << 3), 3, 0);
  for (let e = 0; e < edges; e += block) sumForward(sums, e, min(e + block, edges));
  for (let e = edges; e > 0; e -= block) sumBackward(sums, max(e - block, 0), e);
  for (let e = 0; e < edges; e += block) joinSums(sums, e, min(e + block, edges));
  return sums.into;
}

/** Sums the paths up to the nodes that some edges reach; all edges before them must have been summed. */
export function sumForward(sums: Sums, first: i32, end: i32): void {
  const lattice = sums.lattice;
  const forward = sums.forward;
  for (let e = first; e < end; e++) {
    const kind = byteAt(sums.kinds, e);
    const node = intAt(lattice.from, e) * 3;
    let sum: f64 = -Infinity;
    for (let state = 0; state < 3; state++) {
      sum = logAdd(sum, floatAt(forward, node + state) + transition(state, kind, sums.run));
    }
    const into = sum + floatAt(lattice.scores, e);
    setFloat(sums.into, e, into);
    const target = intAt(lattice.to, e) * 3 + kind;
    setFloat(forward, target, logAdd(floatAt(forward, target), into));
  }
}

/** Sums the paths on from the nodes that some edges leave; all edges after them must have been summed. */
export function sumBackward(sums: Sums, first: i32, end: i32): void {
  const lattice = sums.lattice;
  const backward = sums.backward;
  for (let e = end - 1; e >= first; e--) {
    const kind = byteAt(sums.kinds, e);
    const node = intAt(lattice.from, e) * 3;
    const rest = floatAt(lattice.scores, e) + floatAt(backward, intAt(lattice.to, e) * 3 + kind);
    for (let state = 0; state < 3; state++) {
      const value = rest + transition(state, kind, sums.run);
      setFloat(backward, node + state, logAdd(floatAt(backward, node + state), value));
    }
  }
}

/** Turns the sums of some edges into posteriors. */
export function joinSums(sums: Sums, first: i32, end: i32): void {
  const lattice = sums.lattice;
  const total = floatAt(sums.backward, 0);
  for (let e = first; e < end; e++) {
    const after = intAt(lattice.to, e) * 3 + byteAt(sums.kinds, e);
    setFloat(sums.into, e, exp(floatAt(sums.into, e) + floatAt(sums.backward, after) - total));
  }
}

function logAdd(x: f64, y: f64): f64 {
  const larger = x > y ? x : y;
  const smaller = x > y ? y : x;
  return smaller - larger > -40 ? larger + log1p(exp(smaller - larger)) : larger;
}

/** Some edges of a lattice, in order. */
@unmanaged
export class Path {
  length: i32;
  edges: usize;
}

/** The best ways to the nodes of a lattice, three a node: by the kind of the last step. */
@unmanaged
class Ways {
  lattice: Lattice;
  run: f64;
  kinds: usize;
  /** What they are worth. */
  best: usize;
  /** Their last edges, -1 where there is no way, and the kinds of the steps before. */
  via: usize;
  before: usize;
}

/** The path with the greatest sum of scores; the earlier edge wins a tie. It has no edges if there is no path. */
export function bestPath(lattice: Lattice, run: f64): Path {
  const nodes = lattice.nodes;
  const edges = lattice.edges;
  const ways = changetype<Ways>(reserve(offsetof<Ways>()));
  ways.lattice = lattice;
  ways.run = run;
  ways.kinds = kindsOf(lattice);
  ways.best = floats(nodes * 3, -Infinity);
  setFloat(ways.best, 0, 0);
  ways.via = reserve((<usize>nodes * 3) << 2);
  for (let k = 0; k < nodes * 3; k++) setInt(ways.via, k, -1);
  ways.before = reserve(<usize>nodes * 3);
  for (let e = 0; e < edges; e += block) goOn(ways, e, min(e + block, edges));
  return trace(ways);
}

/** Extends the best ways by some edges; all edges before them must have been tried. */
export function goOn(ways: Ways, first: i32, end: i32): void {
  const lattice = ways.lattice;
  const best = ways.best;
  for (let e = first; e < end; e++) {
    const kind = byteAt(ways.kinds, e);
    const node = intAt(lattice.from, e) * 3;
    const target = intAt(lattice.to, e) * 3 + kind;
    const score = floatAt(lattice.scores, e);
    for (let state = 0; state < 3; state++) {
      const value = floatAt(best, node + state) + score + transition(state, kind, ways.run);
      if (value > floatAt(best, target)) {
        setFloat(best, target, value);
        setInt(ways.via, target, e);
        setByte(ways.before, target, state);
      }
    }
  }
}

/** Follows the best way to the last node back. */
function trace(ways: Ways): Path {
  const nodes = ways.lattice.nodes;
  const path = changetype<Path>(reserve(offsetof<Path>()));
  const list = reserve((<usize>nodes) << 2);
  const end = (nodes - 1) * 3;
  let state = Kind.bead;
  for (let k = 1; k < 3; k++) {
    if (floatAt(ways.best, end + k) > floatAt(ways.best, end + state)) state = k;
  }
  let first = nodes;
  path.length = 0;
  for (let node = nodes - 1; node > 0;) {
    const edge = intAt(ways.via, node * 3 + state);
    if (edge < 0) return path;
    setInt(list, --first, edge);
    state = byteAt(ways.before, node * 3 + state);
    node = intAt(ways.lattice.from, edge);
  }
  path.length = nodes - first;
  path.edges = list + ((<usize>first) << 2);
  return path;
}

/**
 * Turns posteriors of edges into those of beads: that of a skip is summed up over the nodes at which its sentence can
 * be skipped.
 */
export function sumSkips(lattice: Lattice, posteriors: usize): void {
  const kinds = kindsOf(lattice);
  const rows = floats(intAt(lattice.rows, lattice.nodes - 1) + 1, 0);
  const columns = floats(intAt(lattice.columns, lattice.nodes - 1) + 1, 0);
  for (let e = 0; e < lattice.edges; e++) {
    const sum = skipSum(lattice, byteAt(kinds, e), e, rows, columns);
    if (sum != 0) store<f64>(sum, load<f64>(sum) + floatAt(posteriors, e));
  }
  for (let e = 0; e < lattice.edges; e++) {
    const sum = skipSum(lattice, byteAt(kinds, e), e, rows, columns);
    setFloat(posteriors, e, min<f64>(1, sum == 0 ? floatAt(posteriors, e) : load<f64>(sum)));
  }
}

/** Where the sum of the sentence is that an edge skips; 0 if it skips none. */
function skipSum(lattice: Lattice, kind: i32, e: i32, rows: usize, columns: usize): usize {
  const node = intAt(lattice.from, e);
  if (kind == Kind.skipsRow) return rows + ((<usize>intAt(lattice.rows, node)) << 3);
  if (kind == Kind.skipsColumn) return columns + ((<usize>intAt(lattice.columns, node)) << 3);
  return 0;
}
