import type { Check } from '../../domain.js';
import { toSide } from '../passage/passage.js';
import type { Passage } from '../passage/passage.js';

/** The usual lengths of rows of two streams. */
export interface LengthProfile {
  /** Median of the log of b's characters per character of a. */
  readonly center: number;
  /** Spread of the logs, as a standard deviation. */
  readonly spread: number;
}

/** Rows shorter than this on both sides vary freely ("Yes." - "Yes, indeed."). */
const leastLength = 30;
/** Deviations from the streams' usual ratio, in units of their spread, that are worth reporting. */
const mostDeviations = 3.8;

/**
 * Reports a side that is much longer or shorter than its counterpart, given what is usual between
 * the streams. The lengths are those of `comparableLength`.
 */
export function checkLength(
  a: Passage,
  lengthA: number,
  b: Passage,
  lengthB: number,
  profile: LengthProfile,
): Check[] {
  if (Math.max(lengthA, lengthB) < leastLength || Math.min(lengthA, lengthB) === 0) return [];
  if (Math.abs(lengthDeviation(lengthA, lengthB, profile)) < mostDeviations) return [];
  const whole = (passage: Passage, length: number): Parameters<typeof toSide>[1] => [
    { value: String(length), start: 0, end: passage.text.length },
  ];
  return [{ code: 'length', a: toSide(a, whole(a, lengthA)), b: toSide(b, whole(b, lengthB)) }];
}

/**
 * The distance of a pair's log length ratio from the usual one, divided by the spread of pairs of
 * this length: positive if b is long.
 */
export function lengthDeviation(lengthA: number, lengthB: number, profile: LengthProfile): number {
  const ratio = Math.log((lengthB + 5) / (lengthA + 5)) - profile.center;
  // Short sentences vary more, roughly with the square root of their length (Gale & Church 1993).
  const shorter = Math.sqrt(Math.sqrt(100 / Math.max(20, Math.min(lengthA, lengthB))));
  return ratio / (profile.spread * Math.max(0.8, shorter));
}
