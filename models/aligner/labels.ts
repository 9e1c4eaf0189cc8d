import type { Lattice } from '../../src/align/search/lattice.js';
import type { Plane } from '../../src/align/search/plane.js';
import type { NumberedBead } from '../../src/score/vecalign-notation.js';

/** What the gold says of the edges of a lattice. */
export interface Labels {
  /** 1 where an edge is exactly a gold bead. */
  readonly exact: Uint8Array;
  /** 1 where the gold does not speak against the edge. */
  readonly allowed: Uint8Array;
  /** Gold beads with two sides, and how many of them the lattice holds. */
  readonly wanted: number;
  readonly held: number;
}

const NULL = -1;
const FREE = -2;

/**
 * Labels edges: allowed are gold beads, gold skips, and whatever touches only sentences of gold beads
 * that the lattice cannot hold (crossing, with gaps, too long, outside the corridor).
 */
export function labelEdges(plane: Plane, lattice: Lattice, gold: readonly NumberedBead[]): Labels {
  const { a, b } = plane;
  const nameA = new Map([...a.positions].map((position, i) => [position, i]));
  const nameB = new Map([...b.positions].map((position, j) => [position, j]));
  const linked = gold.filter((bead) => bead.a.length > 0 && bead.b.length > 0);
  const edgeAt = new Map<string, number>();
  for (let e = 0; e < lattice.edges; e++) edgeAt.set(keyOf(lattice, e), e);
  const goldEdges = linked.map((bead) => {
    const rows = bead.a.map((position) => nameA.get(position) ?? -1);
    const columns = bead.b.map((position) => nameB.get(position) ?? -1);
    if (!isRun(rows) || !isRun(columns)) return -1;
    const key = [
      rows[0]!,
      columns[0]!,
      rows[0]! + rows.length,
      columns[0]! + columns.length,
    ].join();
    return edgeAt.get(key) ?? -1;
  });
  const chain = ascending(lattice, goldEdges);
  const ofA = new Int32Array(a.count).fill(NULL);
  const ofB = new Int32Array(b.count).fill(NULL);
  linked.forEach((bead, k) => {
    const value = chain.has(goldEdges[k]!) ? goldEdges[k]! : FREE;
    for (const position of bead.a) if (nameA.has(position)) ofA[nameA.get(position)!] = value;
    for (const position of bead.b) if (nameB.has(position)) ofB[nameB.get(position)!] = value;
  });
  const exact = new Uint8Array(lattice.edges);
  const allowed = new Uint8Array(lattice.edges);
  for (let e = 0; e < lattice.edges; e++) {
    const [i, j] = [lattice.rows[lattice.from[e]!]!, lattice.columns[lattice.from[e]!]!];
    const [i2, j2] = [lattice.rows[lattice.to[e]!]!, lattice.columns[lattice.to[e]!]!];
    exact[e] = chain.has(e) ? 1 : 0;
    const labels = [...ofA.subarray(i, i2), ...ofB.subarray(j, j2)];
    const skips = i === i2 || j === j2;
    allowed[e] =
      exact[e] === 1 || labels.every((label) => label === FREE || (skips && label === NULL))
        ? 1
        : 0;
  }
  return { exact, allowed, wanted: linked.length, held: chain.size };
}

function keyOf(lattice: Lattice, e: number): string {
  const [from, to] = [lattice.from[e]!, lattice.to[e]!];
  return [lattice.rows[from], lattice.columns[from], lattice.rows[to], lattice.columns[to]].join();
}

const isRun = (list: readonly number[]): boolean =>
  list.every((value, k) => value >= 0 && (k === 0 || value === list[k - 1]! + 1));

/** The longest set of edges that can stand on one path. */
function ascending(lattice: Lattice, edges: readonly number[]): Set<number> {
  const sorted = edges
    .filter((e) => e >= 0)
    .sort((x, y) => lattice.rows[lattice.from[x]!]! - lattice.rows[lattice.from[y]!]!);
  const best = new Int32Array(sorted.length).fill(1);
  const before = new Int32Array(sorted.length).fill(-1);
  let last = -1;
  for (let k = 0; k < sorted.length; k++) {
    // Gold runs nearly in order: looking back 60 beads is enough.
    for (let p = Math.max(0, k - 60); p < k; p++) {
      const ends = lattice.columns[lattice.to[sorted[p]!]!]!;
      if (ends <= lattice.columns[lattice.from[sorted[k]!]!]! && best[p]! + 1 > best[k]!) {
        best[k] = best[p]! + 1;
        before[k] = p;
      }
    }
    if (last < 0 || best[k]! >= best[last]!) last = k;
  }
  const chain = new Set<number>();
  for (let k = last; k >= 0; k = before[k]!) chain.add(sorted[k]!);
  return chain;
}
