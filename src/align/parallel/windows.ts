import type { Bead } from '../../domain.js';
import type { Anchor } from '../input/anchors.js';

/** Number of beads on either side of an anchor that are realigned with it ... */
const beadsAround = 12;
/** ... continuing until one is this certain ... */
const certainConfidence = 0.95;
/** ... but no further than this many. */
const farthestBeads = 40;
/** If more than this share of the beads is affected, reading everything again is better. */
const largestShare = 0.5;

/** A stretch of both streams, half-open. */
export interface Window {
  readonly a: readonly [number, number];
  readonly b: readonly [number, number];
}

/**
 * The stretches that new anchors change in an existing alignment: around each anchor, up to beads
 * that are certain. Null if that would be most of the text. `beads` must be in order and contain
 * every sentence once. O(beads + anchors).
 */
export function windowsAround(beads: readonly Bead[], anchors: readonly Anchor[]): Window[] | null {
  const beadOfA = new Map(beads.flatMap(({ a }, k) => a.map((i) => [i, k] as const)));
  const beadOfB = new Map(beads.flatMap(({ b }, k) => b.map((j) => [j, k] as const)));
  const spans = anchors.map(({ a, b }) => {
    const touched = [...a.map((i) => beadOfA.get(i) ?? 0), ...b.map((j) => beadOfB.get(j) ?? 0)];
    return widen(beads, Math.min(...touched), Math.max(...touched));
  });
  spans.sort((x, y) => x[0] - y[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of spans) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  const covered = merged.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  if (covered > largestShare * beads.length) return null;
  return merged.map(([from, to]) => {
    const stretch = beads.slice(from, to + 1);
    return { a: range(beads, from, stretch, 'a'), b: range(beads, from, stretch, 'b') };
  });
}

function widen(beads: readonly Bead[], from: number, to: number): [number, number] {
  const certain = (k: number): boolean => {
    const { a, b, confidence } = beads[k]!;
    return a.length > 0 && b.length > 0 && confidence > certainConfidence;
  };
  let first = Math.max(0, from - beadsAround);
  while (first > Math.max(0, from - farthestBeads) && !certain(first)) first--;
  let last = Math.min(beads.length - 1, to + beadsAround);
  while (last < Math.min(beads.length - 1, to + farthestBeads) && !certain(last)) last++;
  return [first, last];
}

function range(
  beads: readonly Bead[],
  from: number,
  stretch: readonly Bead[],
  side: 'a' | 'b',
): [number, number] {
  const positions = stretch.flatMap((bead) => bead[side]);
  if (positions.length > 0) return [positions[0]!, positions[positions.length - 1]! + 1];
  for (let k = from - 1; k >= 0; k--) {
    const before = beads[k]![side];
    if (before.length > 0) return [before[before.length - 1]! + 1, before[before.length - 1]! + 1];
  }
  return [0, 0];
}
