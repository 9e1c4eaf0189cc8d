import type { Channel } from './channel.js';
import { readClauses, type Clauses } from './clauses.js';
import type { Lattice } from '../search/lattice.js';
import { lookalikeChannel, numberChannel } from './key-channels.js';
import { learnLexicon } from './lexicon.js';
import { readPunctuation, type Punctuation } from './punctuation.js';
import { readTokens, type Tokens } from './tokens.js';
import { readWords, type Words } from './words.js';
import type { UnitRows } from '../vectors/kernel.js';
import { ProductStore } from '../vectors/product-store.js';
import type { Side } from '../search/side.js';
import type { Vectors } from '../../domain.js';
import type { StreamInput } from '../input/stream-input.js';
import type { Plane } from '../search/plane.js';

/** All the evidence that a bead is scored on. */
export interface Evidence {
  readonly plane: Plane;
  /** Factor for cosines, which makes those of correct pairs the same in every document. */
  readonly scale: number;
  readonly punctuationA: Punctuation;
  readonly punctuationB: Punctuation;
  readonly numbers: Channel;
  readonly lookalikes: Channel;
  readonly lexicon: Channel;
  readonly clausesA: Clauses;
  readonly clausesB: Clauses;
  readonly wordsA: Words;
  readonly wordsB: Words;
}

/** The evidence in the texts themselves, before anything is learned from an alignment. */
export interface TextEvidence extends Omit<Evidence, 'lexicon'> {
  readonly tokensA: Tokens;
  readonly tokensB: Tokens;
}

/**
 * Reads punctuation, numbers, lookalikes, clauses and tokens of both sides; cosines are multiplied by
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
  const store = clauseStore(first, second, plane);
  return {
    plane,
    scale,
    punctuationA: readPunctuation(a.sentences),
    punctuationB: readPunctuation(b.sentences),
    numbers: numberChannel(a, b),
    lookalikes: lookalikeChannel(a, b),
    clausesA: readClauses(a, first.embedding, b.count, store, lattice, 'rows', scale, posteriors),
    clausesB: readClauses(
      b,
      second.embedding,
      a.count,
      store,
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

/** Clauses are sums of pieces, so they are compared with sentences that are. */
function clauseStore(
  first: StreamInput,
  second: StreamInput,
  { a, b, store }: Plane,
): ProductStore {
  const sumsA = first.embedding.pieces?.sums;
  const sumsB = second.embedding.pieces?.sums;
  if (sumsA === undefined || sumsB === undefined) return store;
  const rows = ({ units, dimension }: Vectors, { positions }: Side): UnitRows => ({
    units,
    starts: positions.map((position) => position * dimension),
  });
  return ProductStore.of(rows(sumsA, a), rows(sumsB, b), sumsA.dimension);
}

/** Adds what a mostly correct alignment teaches about the document's own terms. */
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
