import { expect, test } from 'vitest';
import { loadKernel, releaseKernel } from '../../../src/align/vectors/kernel.js';
import { nearestNeighbours } from '../../../src/align/vectors/nearest-neighbours.js';
import { NearestRows } from '../../../src/align/vectors/nearest-rows.js';
import { randomVectors } from './random-vectors.js';

test('the nearest rows in one direction are those that looking in both finds, part after part', () => {
  const rows = randomVectors(37, 50, 1);
  rows.norms[5] = 0;
  const nearest = new NearestRows(rows);
  for (const [count, seed] of [
    [300, 2],
    [3, 3],
    [65, 4],
    [0, 5],
  ] as const) {
    const part = randomVectors(count, 50, seed);
    // Equal rows keep their order, and rows of zeros have no neighbours.
    if (count > 70) part.units.copyWithin(70 * 50, 2 * 50, 3 * 50);
    if (count > 7) part.norms[7] = 0;
    const { k, index } = nearest.find(part, 8);
    const both = nearestNeighbours(rows, part, 8, Infinity).a;
    expect({ k, index }).toEqual({ k: both.k, index: both.index });
  }
});

test('their cosines are to the last bit those that looking in both directions gives', () => {
  const [rows, part] = [randomVectors(10, 384, 6), randomVectors(500, 384, 7)];
  expect(new NearestRows(rows).find(part, 8).cosine).toEqual(
    nearestNeighbours(rows, part, 8, Infinity).a.cosine,
  );
});

test('rows that are made when they are asked for are asked for a few at a time', () => {
  const [rows, part] = [randomVectors(10, 48, 8), randomVectors(500, 48, 9)];
  let most = 0;
  const late = {
    ...part,
    rows: (from: number, to: number) => {
      most = Math.max(most, to - from);
      return part.units.subarray(from * 48, to * 48);
    },
  };
  expect(new NearestRows(rows).find(late, 3)).toEqual(new NearestRows(rows).find(part, 3));
  expect(most).toBeLessThan(100);
});

test('they leave the memory that they took for others', () => {
  const kernel = loadKernel(64);
  releaseKernel(kernel);
  const nearest = new NearestRows(randomVectors(15, 50, 1));
  nearest.find(randomVectors(9, 50, 2), 3);
  nearest.release();
  expect(loadKernel(64)).toBe(kernel);
});
