import { joinChannels, type Channel } from './channel.js';
import { readClauses, type Clauses } from './clauses.js';
import type { Lattice } from '../search/lattice.js';
import { lookalikeChannel, numberChannel } from './key-channels.js';
import { learnLexicon } from './lexicon.js';
import { lookAround } from './nearby.js';
import { readPunctuation, type Punctuation } from './punctuation.js';
import { readTokens, type Tokens } from './tokens.js';
import type { Mentions } from './channel.js';
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
  /** Terms that are known from elsewhere; null if there are none. */
  readonly terms: Channel | null;
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
  const { nearbyA, nearbyB } = lookAround(lattice, posteriors, a.count, b.count);
  const clausesA = readClauses(a, first.embedding, store, 0, nearbyA, scale);
  const clausesB = readClauses(b, second.embedding, store, 1, nearbyB, scale);
  if (store !== plane.store) store.close();
  return {
    plane,
    scale,
    punctuationA: readPunctuation(a.sentences),
    punctuationB: readPunctuation(b.sentences),
    numbers: numberChannel(a, b),
    lookalikes: lookalikeChannel(a, b),
    clausesA,
    clausesB,
    ...readWords(first.embedding, second.embedding, plane, nearbyA, nearbyB, scale),
    tokensA: readTokens(a, first.embedding),
    tokensB: readTokens(b, second.embedding),
    terms: termChannel(first, second, plane),
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
  const learned = learnLexicon(evidence.tokensA, evidence.tokensB, lattice, posteriors);
  const { terms } = evidence;
  return { ...evidence, lexicon: terms === null ? learned : joinChannels(learned, terms) };
}

/** What a shared term is worth beside the strongest that is learned from the texts. */
const termWeight = 0.5;

/**
 * The known terms of both sides that are translated so throughout, as far as their numbers tell: those that both have
 * equally often. A bead in which a term lacks its translation looks wrong, and a glossary does not know all translations.
 */
function termChannel(
  { terms: ofA }: StreamInput,
  { terms: ofB }: StreamInput,
  { a, b }: Plane,
): Channel | null {
  if (ofA === undefined || ofB === undefined) return null;
  const [countsA, countsB] = [countTerms(a, ofA), countTerms(b, ofB)];
  const isBalanced = (term: number): boolean => countsA.get(term) === countsB.get(term);
  const mentions = (side: Side, terms: typeof ofA): Mentions => {
    const ids: number[] = [];
    const offsets = new Int32Array(side.count + 1);
    side.positions.forEach((position, i) => {
      for (const term of new Set(terms[position])) if (isBalanced(term)) ids.push(term);
      offsets[i + 1] = ids.length;
    });
    return { ids: Int32Array.from(ids), offsets };
  };
  const [inA, inB] = [mentions(a, ofA), mentions(b, ofB)];
  const most = [...inA.ids, ...inB.ids].reduce((highest, id) => Math.max(highest, id), -1);
  return { a: inA, b: inB, weights: new Float64Array(most + 1).fill(termWeight) };
}

/** In how many sentences of a side each term is. */
function countTerms(
  { positions }: Side,
  terms: readonly (readonly number[])[],
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const position of positions)
    for (const term of new Set(terms[position])) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
