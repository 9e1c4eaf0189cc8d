import { describe, expect, test } from 'vitest';
import { planAnchors, type Anchor } from '../../../src/align/input/anchors.js';
import { weights } from '../../../src/align/parallel/weights.js';
import { cheapFeatures, cheapRows } from '../../../src/align/search/cheap-features.js';
import type { Lattice, ScoredLattice } from '../../../src/align/search/lattice.js';
import { bestPath } from '../../../src/align/search/paths.js';
import { makePlane, type Plane } from '../../../src/align/search/plane.js';
import { pruneBeads } from '../../../src/align/search/prune-beads.js';
import { makeUpPair } from '../made-up-texts.js';

function planeOf(seed: number, anchors: readonly Anchor[] = []): Plane {
  const { a, b } = makeUpPair({ beads: 15, seed });
  const counts = [a.stream.sentences.length, b.stream.sentences.length] as const;
  return makePlane(a, b, planAnchors(anchors, ...counts));
}

const beads = ({ rows, columns, from, to, edges }: Lattice): string[] =>
  Array.from({ length: edges }, (_, e) => {
    const [x, y] = [from[e]!, to[e]!];
    return `${rows[x]},${columns[x]}-${rows[y]},${columns[y]}`;
  });

const scoreOf = ({ lattice, scores }: ScoredLattice): number => {
  const path = bestPath(lattice, scores, weights.cheap.run);
  return path.reduce((sum, edge) => sum + scores[edge]!, 0);
};

describe('pruning', () => {
  test('keeps the best path, and no more beads the closer they must come to it', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const plane = planeOf(seed);
      const [all, some, few] = [1e9, 12, 1].map((delta) => pruneBeads(plane, weights.cheap, delta));
      const [inAll, inSome] = [new Set(beads(all!.lattice)), new Set(beads(some!.lattice))];
      expect(beads(some!.lattice).every((bead) => inAll.has(bead))).toBe(true);
      expect(beads(few!.lattice).every((bead) => inSome.has(bead))).toBe(true);
      expect(few!.lattice.edges).toBeLessThanOrEqual(some!.lattice.edges);
      expect(some!.lattice.edges).toBeLessThan(all!.lattice.edges);
      expect(scoreOf(few!)).toBeCloseTo(scoreOf(all!), 9);
    }
  });

  test('gives a lattice in order: nodes by row and column, edges by their first node', () => {
    const { lattice } = pruneBeads(planeOf(2), weights.cheap, 12);
    const { rows, columns, from, to, nodes, edges } = lattice;
    for (let k = 1; k < nodes; k++) {
      const [before, here] = [k - 1, k].map((node) => rows[node]! * 1000 + columns[node]!);
      expect(before).toBeLessThan(here!);
    }
    for (let e = 0; e < edges; e++) {
      expect(from[e]).toBeLessThan(to[e]!);
      if (e > 0) expect(from[e]).toBeGreaterThanOrEqual(from[e - 1]!);
    }
  });

  test('leaves nothing beside an anchor, and no bead that reaches into it', () => {
    const plane = planeOf(3, [{ a: [4, 5], b: [6] }]);
    const { lattice } = pruneBeads(plane, weights.cheap, 12);
    const fixed = beads(lattice).filter((_, e) => lattice.fixed[e] === 1);
    expect(fixed).toEqual(['4,6-6,7']);
    for (let e = 0; e < lattice.edges; e++) {
      const [row, end] = [lattice.rows[lattice.from[e]!]!, lattice.rows[lattice.to[e]!]!];
      if (lattice.fixed[e] === 0) expect(end <= 4 || row >= 6 || row === end).toBe(true);
    }
  });

  test('scores a bead by its features and their weights', () => {
    const plane = planeOf(4);
    const { lattice, scores } = pruneBeads(plane, weights.cheap, 12);
    const table = new Float32Array(lattice.edges * cheapFeatures.length);
    cheapRows(plane, lattice, table);
    scores.forEach((score, e) => {
      const sum = weights.cheap.linear.reduce(
        (total, weight, f) => total + weight * table[e * cheapFeatures.length + f]!,
        0,
      );
      expect(score).toBeCloseTo(sum, 4);
    });
  });
});
