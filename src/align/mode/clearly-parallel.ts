import type { Bead } from '../../domain.js';
import { hasTwoSides } from '../input/has-two-sides.js';
import type { StreamInput } from '../input/stream-input.js';
import { baseLanguage } from '../../text/tags.js';
import { coverOf, lengthsOf } from './text-cover.js';

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
  const cover = Math.min(coverOf(lengthsOf(a), pairs, 'a'), coverOf(lengthsOf(b), pairs, 'b'));
  return cover >= leastCover ? cover : null;
}
