import type { Bead } from '../../domain.js';
import { hasTwoSides } from '../input/has-two-sides.js';
import type { StreamInput } from '../input/stream-input.js';
import { lengthWithoutSpaces } from '../../text/length.js';
import { baseLanguage } from '../../text/tags.js';

/**
 * Two languages, so many sentences on each side, this share of either text in pairs and this mean confidence:
 * none of the thousand documents that the decision is fitted on (models/aligner/comparable) has all of them
 * and is taken for comparable.
 */
const leastSentences = 20;
const leastCover = 0.9;
const leastConfidence = 0.85;

/**
 * The share of text with a counterpart, on the side where it is smaller, if the ordered alignment alone shows that
 * the texts are parallel; otherwise null, and more evidence is needed. Linear.
 */
export function clearlyParallelCover(
  a: StreamInput,
  b: StreamInput,
  ordered: readonly Bead[],
): number | null {
  if (Math.min(a.stream.sentences.length, b.stream.sentences.length) < leastSentences) return null;
  // In one language, a simplified text is nearly as sure as a rewrite.
  if (baseLanguage(a.stream.language) === baseLanguage(b.stream.language)) return null;
  const pairs = ordered.filter(hasTwoSides);
  const confidence = pairs.reduce((sum, bead) => sum + bead.confidence, 0) / pairs.length;
  if (!(confidence >= leastConfidence)) return null;
  const cover = Math.min(coverOf(a, pairs, 'a'), coverOf(b, pairs, 'b'));
  return cover >= leastCover ? cover : null;
}

function coverOf({ stream }: StreamInput, pairs: readonly Bead[], side: 'a' | 'b'): number {
  const lengths = stream.sentences.map(({ text }) => lengthWithoutSpaces(text));
  const all = lengths.reduce((sum, length) => sum + length, 0);
  const paired = pairs.flatMap((bead) => bead[side]).reduce((sum, at) => sum + lengths[at]!, 0);
  return paired / Math.max(1, all);
}
