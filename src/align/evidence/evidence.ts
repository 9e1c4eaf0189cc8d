import { lookalikeChannel, numberChannel } from './channel.js';
import { readClauses } from './clauses.js';
import type { Evidence } from './features.js';
import type { Plane } from '../search/first-pass.js';
import type { Lattice } from '../search/lattice.js';
import { learnLexicon, readTokens } from './lexicon.js';
import { readMarks } from './marks.js';
import type { Tokens } from './lexicon.js';
import { readWords } from './words.js';
import type { StreamInput } from '../stream-input.js';

/** The evidence that the texts themselves give, before anything is learned from an alignment. */
export interface TextEvidence extends Omit<Evidence, 'lexicon'> {
  readonly tokensA: Tokens;
  readonly tokensB: Tokens;
}

/**
 * Reads signs, numbers, lookalikes, clauses and tokens of both sides; cosines are multiplied by
 * `scale`. O(text).
 */
export function readEvidence(
  first: StreamInput,
  second: StreamInput,
  plane: Plane,
  lattice: Lattice,
  scale: number,
  posteriors: Float64Array,
): TextEvidence {
  const { a, b } = plane;
  return {
    plane,
    scale,
    marksA: readMarks(a.sentences),
    marksB: readMarks(b.sentences),
    numbers: numberChannel(a, b),
    lookalikes: lookalikeChannel(a, b),
    clausesA: readClauses(
      a,
      first.embedding,
      b.count,
      plane.store,
      lattice,
      'rows',
      scale,
      posteriors,
    ),
    clausesB: readClauses(
      b,
      second.embedding,
      a.count,
      plane.store,
      lattice,
      'columns',
      scale,
      posteriors,
    ),
    ...readWords(first.embedding, second.embedding, plane, lattice, scale, posteriors),
    tokensA: readTokens(a, first.embedding),
    tokensB: readTokens(b, second.embedding),
  };
}

/** Adds what an alignment that is mostly right teaches about the document's own terms. */
export function withLexicon(
  evidence: TextEvidence,
  lattice: Lattice,
  posteriors: Float64Array,
): Evidence {
  return {
    ...evidence,
    lexicon: learnLexicon(evidence.tokensA, evidence.tokensB, lattice, posteriors),
  };
}
