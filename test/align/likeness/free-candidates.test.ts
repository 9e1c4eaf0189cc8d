import { expect, test } from 'vitest';
import { freeCandidates, type FreeSpace } from '../../../src/align/likeness/free-candidates.js';

/** Affinities of three sentences with six: the first and the fourth have a partner, the rest is like nothing. */
const known: Readonly<Record<string, number>> = { '0,0': 0.9, '1,3': 0.8, '2,5': 0.9 };
const affinity = (i: number, j: number): number => known[`${i},${j}`] ?? 0;

const table = (rows: number, columns: number, value: (row: number, column: number) => number) => {
  const ranked = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => column).sort(
      (x, y) => value(row, y) - value(row, x) || x - y,
    ),
  );
  return {
    count: rows,
    k: columns,
    index: Int32Array.from(ranked.flat()),
    cosine: Float32Array.from(ranked.flatMap((list, row) => list.map((at) => value(row, at)))),
  };
};

const space: FreeSpace = {
  nearestA: table(3, 6, affinity),
  nearestB: table(6, 3, (j, i) => affinity(i, j)),
  grams: {
    a: { index: new Int32Array(9).fill(-1), cosine: new Float32Array(9) },
    b: { index: new Int32Array(18).fill(-1), cosine: new Float32Array(18) },
  },
  affinity,
  freeA: new Uint8Array(3).fill(1),
  freeB: new Uint8Array(6).fill(1),
  isLarge: false,
};
const boxes = (given: FreeSpace): Set<string> =>
  new Set(Array.from(freeCandidates(given), ({ i, n, j, m }) => `${i}+${n}:${j}+${m}`));

test('a bead grows over sentences that nothing else claims', () => {
  const found = boxes(space);
  expect(found).toContain('0+1:0+3');
  expect(found).toContain('1+1:1+4');
  expect(found).toContain('1+1:3+2');
});

test('it stops at a sentence that has a partner of its own', () => {
  const found = boxes(space);
  expect(found).not.toContain('0+1:0+4');
  expect(found).not.toContain('1+1:3+3');
});

test('it stops at a sentence that may not be aligned', () => {
  const freeB = new Uint8Array(6).fill(1);
  freeB[1] = 0;
  const found = boxes({ ...space, freeB });
  expect(found).not.toContain('0+1:0+2');
  expect(found).toContain('1+1:2+2');
});
