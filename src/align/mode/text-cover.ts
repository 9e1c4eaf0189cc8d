import type { Bead } from '../../domain.js';
import type { StreamInput } from '../input/stream-input.js';
import { lengthWithoutSpaces } from '../../text/length.js';

/** The length of every sentence, in letters without spaces. */
export function lengthsOf({ stream }: StreamInput): number[] {
  return stream.sentences.map(({ text }) => lengthWithoutSpaces(text));
}

/** The length of all these sentences, or of those at some positions. */
export function sumOf(lengths: readonly number[], positions?: readonly number[]): number {
  if (positions === undefined) return lengths.reduce((total, length) => total + length, 0);
  return positions.reduce((total, position) => total + lengths[position]!, 0);
}

/** The share of a text, by length, that is in pairs. */
export function coverOf(
  lengths: readonly number[],
  pairs: readonly Bead[],
  side: 'a' | 'b',
): number {
  const paired = pairs.reduce((total, bead) => total + sumOf(lengths, bead[side]), 0);
  return paired / Math.max(1, sumOf(lengths));
}
