import { describe, expect, test } from 'vitest';
import type { Lattice } from '../../../src/align/search/lattice.js';
import {
  beadProbabilities,
  bestPath,
  edgePosteriors,
  keepEdges,
} from '../../../src/align/search/paths.js';
import { seededRandom } from '../../seeded-random.js';

/** Every bead up to 2 by 2 in a small plane. */
function wholeLattice(rows: number, columns: number): Lattice {
  const edges: [number, number, number, number][] = [];
  for (let i = 0; i <= rows; i++) {
    for (let j = 0; j <= columns; j++) {
      for (const [n, m] of [
        [0, 1],
        [1, 0],
        [1, 1],
        [1, 2],
        [2, 1],
        [2, 2],
      ] as const) {
        if (i + n <= rows && j + m <= columns) edges.push([i, j, i + n, j + m]);
      }
    }
  }
  const name = (i: number, j: number): number => i * (columns + 1) + j;
  const nodes = (rows + 1) * (columns + 1);
  return {
    nodes,
    rows: Int32Array.from({ length: nodes }, (_, k) => Math.floor(k / (columns + 1))),
    columns: Int32Array.from({ length: nodes }, (_, k) => k % (columns + 1)),
    edges: edges.length,
    from: Int32Array.from(edges, ([i, j]) => name(i, j)),
    to: Int32Array.from(edges, ([, , i, j]) => name(i, j)),
    fixed: new Uint8Array(edges.length),
  };
}

/** All paths that never skip a column before a row, with their scores, by brute force. */
function allPaths(lattice: Lattice, scores: Float64Array, run: number) {
  const found: { edges: number[]; score: number }[] = [];
  const kind = (e: number): 'bead' | 'row' | 'column' => {
    const [from, to] = [lattice.from[e]!, lattice.to[e]!];
    if (lattice.rows[from] === lattice.rows[to]) return 'column';
    return lattice.columns[from] === lattice.columns[to] ? 'row' : 'bead';
  };
  const walk = (node: number, edges: number[], score: number): void => {
    if (node === lattice.nodes - 1) found.push({ edges, score });
    for (let e = 0; e < lattice.edges; e++) {
      if (lattice.from[e] !== node) continue;
      const before = edges.length > 0 ? kind(edges[edges.length - 1]!) : 'bead';
      const now = kind(e);
      if (before === 'column' && now === 'row') continue;
      const bonus = before !== 'bead' && now !== 'bead' ? run : 0;
      walk(lattice.to[e]!, [...edges, e], score + scores[e]! + bonus);
    }
  };
  walk(0, [], 0);
  return found;
}

describe.each([1, 2, 3, 4])('a lattice with scores drawn with seed %i', (seed) => {
  const random = seededRandom(seed);
  const lattice = wholeLattice(4, 3);
  const scores = Float64Array.from({ length: lattice.edges }, () => 4 * random() - 2);
  const run = 0.7;
  const paths = allPaths(lattice, scores, run);

  test('the best path is the best of all', () => {
    const best = paths.reduce((x, y) => (y.score > x.score ? y : x));
    expect([...bestPath(lattice, scores, run)]).toEqual(best.edges);
  });

  test('posteriors are the shares of the paths that hold an edge', () => {
    const posteriors = edgePosteriors(lattice, scores, run);
    const total = paths.reduce((sum, { score }) => sum + Math.exp(score), 0);
    for (let e = 0; e < lattice.edges; e++) {
      const holding = paths.filter(({ edges }) => edges.includes(e));
      const share = holding.reduce((sum, { score }) => sum + Math.exp(score), 0) / total;
      expect(posteriors[e]).toBeCloseTo(share, 9);
    }
  });

  test('only probable edges and those of the best path are kept', () => {
    const posteriors = edgePosteriors(lattice, scores, run);
    const path = [...bestPath(lattice, scores, run)];
    const cosines = scores.map((score) => score / 4);
    for (const least of [0.1, 1]) {
      const kept = keepEdges({ lattice, scores, cosines }, posteriors, least, run);
      const wanted = [...posteriors.keys()].filter(
        (e) => posteriors[e]! > least || path.includes(e),
      );
      const ends = ({ rows, columns, from, to }: Lattice, e: number): number[] =>
        [from[e]!, to[e]!].flatMap((node) => [rows[node]!, columns[node]!]);
      expect(Array.from(kept.scores.keys(), (e) => ends(kept.lattice, e))).toEqual(
        wanted.map((e) => ends(lattice, e)),
      );
      expect([...kept.scores]).toEqual(wanted.map((e) => scores[e]));
      expect([...kept.cosines]).toEqual(wanted.map((e) => cosines[e]));
      const nodes = new Set([...kept.lattice.from, ...kept.lattice.to]);
      expect(kept.lattice.nodes).toBe(nodes.size);
    }
  });

  test('a skip is as probable as all paths that skip its sentence', () => {
    const posteriors = edgePosteriors(lattice, scores, run);
    const probabilities = beadProbabilities(lattice, posteriors);
    const skipsFirstRow = (e: number): boolean =>
      lattice.rows[lattice.from[e]!] === 0 &&
      lattice.rows[lattice.to[e]!] === 1 &&
      lattice.columns[lattice.from[e]!] === lattice.columns[lattice.to[e]!];
    const total = paths.reduce((sum, { score }) => sum + Math.exp(score), 0);
    const share =
      paths
        .filter(({ edges }) => edges.some(skipsFirstRow))
        .reduce((sum, { score }) => sum + Math.exp(score), 0) / total;
    const edge = Array.from({ length: lattice.edges }, (_, e) => e).find(skipsFirstRow)!;
    expect(probabilities[edge]).toBeCloseTo(share, 9);
  });
});

test('a lattice without a path has no best one', () => {
  const lattice = {
    ...wholeLattice(1, 1),
    edges: 0,
    from: new Int32Array(0),
    to: new Int32Array(0),
  };
  expect(() => bestPath(lattice, new Float64Array(0), 0)).toThrow('lattice without a path');
});
