import type { Box } from './box.js';
import type { Likeness } from './likeness.js';

/** What stands around a box, to see where it should end. */
export interface EdgeSpace {
  /** How much two sentences are like each other; about 0 for strangers. */
  readonly affinity: (i: number, j: number) => number;
  readonly likeness: Likeness;
  /** 1 for sentences that may be aligned. */
  readonly freeA: Uint8Array;
  readonly freeB: Uint8Array;
}

/** Features that say whether a bead ends where it should, in this order. */
export const edgeNames = [
  'edgeInside',
  'edgeInsideMean',
  'edgeOutside',
  'edgeOutsideMean',
  'cohesionInside',
  'cohesionOutside',
] as const;

/**
 * The contest at each end of a box: does its last sentence belong to what stands across from it, or to what
 * comes next there (inside)? And the next sentence: to its own neighbours, or to the box (outside)? Then how closely the
 * sentences of a side hang together inside, and with those just outside.
 */
export function describeEdges(space: EdgeSpace, { i, n, j, m }: Box): number[] {
  const { affinity, likeness, freeA, freeB } = space;
  const across = (x: number, y: number): number => (freeA[x] && freeB[y] ? affinity(x, y) : 0);
  const ofB = (y: number): number => bestOf(n, (k) => affinity(i + k, y));
  const ofA = (x: number): number => bestOf(m, (k) => affinity(x, j + k));
  const near = (x: number, y: number, toX: number, toY: number): number =>
    Math.max(across(x, y), across(x + toX, y + toY), 0);
  const inside = [
    ofA(i) - near(i, j - 1, 0, -1),
    ofA(i + n - 1) - near(i + n - 1, j + m, 0, 1),
    ofB(j) - near(i - 1, j, -1, 0),
    ofB(j + m - 1) - near(i + n, j + m - 1, 1, 0),
  ];
  const outside: number[] = [];
  if (freeA[i - 1]) outside.push(near(i - 1, j - 1, 0, -1) - ofA(i - 1));
  if (freeA[i + n]) outside.push(near(i + n, j + m, 0, 1) - ofA(i + n));
  if (freeB[j - 1]) outside.push(near(i - 1, j - 1, -1, 0) - ofB(j - 1));
  if (freeB[j + m]) outside.push(near(i + n, j + m, 1, 0) - ofB(j + m));
  const { cohesionA, cohesionB } = likeness;
  let least = 1;
  for (let x = i; x < i + n - 1; x++) least = Math.min(least, cohesionA[x]!);
  for (let y = j; y < j + m - 1; y++) least = Math.min(least, cohesionB[y]!);
  const most = Math.max(
    cohesionA[i - 1] ?? 0,
    cohesionA[i + n - 1] ?? 0,
    cohesionB[j - 1] ?? 0,
    cohesionB[j + m - 1] ?? 0,
  );
  return [
    Math.min(...inside),
    meanOf(inside),
    outside.length === 0 ? 0.3 : Math.min(...outside),
    outside.length === 0 ? 0.3 : meanOf(outside),
    n + m > 2 ? least : 0.5,
    most,
  ];
}

function bestOf(count: number, value: (k: number) => number): number {
  let best = -Infinity;
  for (let k = 0; k < count; k++) best = Math.max(best, value(k));
  return best;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
