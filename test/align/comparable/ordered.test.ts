import { describe, expect, test } from 'vitest';
import {
  describeOrdered,
  orderedLeftovers,
  orderedNames,
  readOrdered,
} from '../../../src/align/comparable/ordered.js';
import type { Candidate } from '../../../src/align/comparable/candidate.js';
import type { OrderedReading } from '../../../src/align/comparable/ordered.js';
import type { Bead } from '../../../src/domain.js';

const bead = (a: number[], b: number[], confidence: number): Bead => ({
  a,
  b,
  score: 0.5,
  confidence,
  method: 'parallel',
  crossing: false,
});
const alignment = [
  bead([0], [0], 0.9),
  bead([1], [1, 2], 0.8),
  bead([2], [], 0.7),
  bead([], [3], 0.6),
  bead([3, 4], [4], 0.5),
];
const named = (reading: OrderedReading, candidate: Candidate): Record<string, number> =>
  Object.fromEntries(
    describeOrdered(reading, candidate).map((value, at) => [
      orderedNames[at] ?? '',
      Math.round(100 * value) / 100,
    ]),
  );

describe('what an alignment in order says of a bead', () => {
  const reading = readOrdered(alignment, 5, 5);

  test('that it has it too, how sure it is, and that the texts are like that around it', () => {
    expect(named(reading, { i: 1, n: 1, j: 1, m: 2 })).toEqual({
      orderedExact: 0.8,
      orderedOverlap: 1,
      orderedTouching: 0,
      orderedElsewhere: 0,
      orderedSupport: 0.44,
      orderedDistance: 0,
      orderedConfidence: 0.73,
      orderedCover: 0.8,
    });
  });

  test('that it has it with a sentence more or less', () => {
    const { orderedExact, orderedOverlap, orderedTouching } = named(reading, {
      i: 3,
      n: 1,
      j: 4,
      m: 1,
    });
    expect([orderedExact, orderedOverlap, orderedTouching]).toEqual([0, 0.67, 0.5]);
  });

  test('that it has its sentences elsewhere, and how far off the path it lies', () => {
    const { orderedElsewhere, orderedOverlap, orderedDistance } = named(reading, {
      i: 0,
      n: 1,
      j: 4,
      m: 1,
    });
    expect([orderedElsewhere, orderedOverlap]).toEqual([0.9, 0]);
    expect(orderedDistance).toBeCloseTo(Math.log(5), 2);
  });

  test('nothing of a bead whose sentences do not stand together', () => {
    const gap = readOrdered([bead([0, 2], [0], 0.9), bead([1], [], 0.9)], 3, 1);
    expect(gap.beads).toEqual([]);
    expect(named(gap, { i: 0, n: 1, j: 0, m: 1 })['orderedElsewhere']).toBe(0);
  });

  test('of what it leaves over: where it stood, and what the whole is like', () => {
    const rest = orderedLeftovers(reading, [2], [3]);
    expect(named(rest, { i: 0, n: 1, j: 0, m: 1 })).toMatchObject({
      orderedExact: 0,
      orderedElsewhere: 0,
      orderedDistance: 0.69,
      orderedConfidence: 0.73,
    });
  });

  test('nothing of empty texts', () => {
    expect(readOrdered([], 0, 0)).toMatchObject({ confidence: 0, cover: 0 });
  });
});
