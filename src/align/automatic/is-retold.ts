import type { Bead } from '../../domain.js';
import { baseLanguage } from '../../text/tags.js';
import { hasTwoSides } from '../input/has-two-sides.js';
import type { StreamInput } from '../input/stream-input.js';

/** Versions of one text whose beads are more alike than this on average are copies with corrections. */
const copyCosine = 0.96;
/** In longer texts the time counts that judging each bead takes. */
const mostSentences = 8000;

/**
 * Whether two texts are in one language but not copies: an abridgement, a simplification, another translation. What
 * is fitted on translations misjudges their beads.
 */
export function isRetold(a: StreamInput, b: StreamInput, beads: readonly Bead[]): boolean {
  if (baseLanguage(a.stream.language) !== baseLanguage(b.stream.language)) return false;
  if (a.stream.sentences.length + b.stream.sentences.length > mostSentences) return false;
  const pairs = beads.filter(hasTwoSides);
  const total = pairs.reduce((sum, { score }) => sum + score, 0);
  return total < copyCosine * pairs.length;
}
