import { leastLong } from '../../align/excerpt/far-longer.js';
import type { Stream } from '../../domain.js';

/** A source with this many times the characters of another one may be far longer in sentences. */
const leastTimes = 5;

/**
 * Whether a stream is embedded only when the other streams are known: it may be that excerpts are enough.
 *
 * @param lengths characters of all sources
 */
export function canWait({ source, sentences }: Stream, lengths: readonly number[]): boolean {
  if (sentences.length < leastLong) return false;
  const shortest = lengths.filter((_, index) => index !== source).reduce(least, Infinity);
  return lengths.length === 1 || shortest * leastTimes <= lengths[source]!;
}

const least = (x: number, y: number): number => Math.min(x, y);
