import { describe, expect, test } from 'vitest';
import { planAnchors, type Anchor } from '../../../src/align/input/anchors.js';
import { sliceSentences } from '../../../src/align/input/pick-sentences.js';
import { weights } from '../../../src/align/parallel/weights.js';
import { rowProduct } from '../../../src/align/search/band.js';
import { longestSpan } from '../../../src/align/search/bead-shapes.js';
import { cheapFeatures, cheapRows } from '../../../src/align/search/cheap-features.js';
import type { Lattice, ScoredLattice } from '../../../src/align/search/lattice.js';
import { bestPath } from '../../../src/align/search/paths.js';
import { makePlane, type Plane } from '../../../src/align/search/plane.js';
import { pruneBeads } from '../../../src/align/search/prune-beads.js';
import { makeUpPair } from '../made-up-texts.js';

/** @param most as many sentences of each side, from the beginning */
function planeOf(
  seed: number,
  anchors: readonly Anchor[] = [],
  beads = 15,
  most: readonly [number, number] = [Infinity, Infinity],
): Plane {
  const { a, b } = makeUpPair({ beads, seed });
  const counts = [
    Math.min(most[0], a.stream.sentences.length),
    Math.min(most[1], b.stream.sentences.length),
  ] as const;
  return makePlane(
    sliceSentences(a, [0, counts[0]]),
    sliceSentences(b, [0, counts[1]]),
    planAnchors(anchors, ...counts),
  );
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

test('the best cosine of a sentence is that with a sentence in the band', () => {
  const { bestA, bestB, band, spansA, spansB, a, b } = planeOf(1);
  const [highestA, highestB] = [new Float64Array(a.count), new Float64Array(b.count)];
  for (let i = 0; i < a.count; i++) {
    for (let j = band.first[i]!; j < band.end[i]!; j++) {
      const cosine =
        rowProduct(band, i, j, 1) * spansA[i * longestSpan]! * spansB[j * longestSpan]!;
      highestA[i] = Math.max(highestA[i]!, cosine);
      highestB[j] = Math.max(highestB[j]!, cosine);
    }
  }
  expect(bestA).toEqual(highestA);
  expect(bestB).toEqual(highestB);
});

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

  test('gives the same lattice whatever was pruned before', () => {
    const plane = planeOf(1);
    const lattice = pruneBeads(plane, weights.cheap, 12);
    pruneBeads(planeOf(2, [], 400), weights.cheap, 12);
    pruneBeads(planeOf(3), weights.cheap, 12);
    expect(pruneBeads(plane, weights.cheap, 12)).toEqual(lattice);
  });

  test('of two sentences leaves the bead of both, and their skips in order', () => {
    const { lattice, scores, cosines } = pruneBeads(planeOf(1, [], 15, [1, 1]), weights.cheap, 1e9);
    expect(beads(lattice)).toEqual(['0,0-1,1', '0,0-1,0', '1,0-1,1']);
    expect(cosines[0]).toBeGreaterThan(0);
    expect([...cosines.subarray(1)]).toEqual([0, 0]);
    expect(scores[1]).toBe(scores[2]);
  });

  test.each([
    [[3, 0] as const, ['0,0-1,0', '1,0-2,0', '2,0-3,0']],
    [[0, 2] as const, ['0,0-0,1', '0,1-0,2']],
    [[0, 0] as const, []],
  ])('leaves one path where a side is empty: %j', (counts, path) => {
    const { lattice } = pruneBeads(planeOf(1, [], 15, counts), weights.cheap, 12);
    expect(beads(lattice)).toEqual(path);
    expect(bestPath(lattice, new Float64Array(path.length), 0)).toEqual(
      Int32Array.from(path.keys()),
    );
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
