/** Which documents of two sides say the same thing. */
import { assignPairs, requiredProbability, type Partners } from './assign.js';
import { clearFrom } from './clear-pairs.js';
import type { Candidates } from './documents/candidates.js';
import { nameEvidence } from './evidence/names.js';
import { clearestLinks, type PassageLink } from './evidence/passages.js';
import { computeFeatures, keepRows, type FeatureTable } from './features.js';
import { withLearnedWords } from './learned-words.js';
import {
  aloneProbabilities,
  finalFeatures,
  probabilities,
  scorePairs,
  type StepWeights,
} from './probability.js';
import type { MatchSide } from './documents/side.js';
import type { WordVectors } from './documents/words.js';
import { matchWeights } from './weights.js';

export interface MatchOptions {
  /** Number of terms in the index of both sides. */
  readonly termCount: number;
  /** Of the words that the sides list; none if absent. */
  readonly wordVectors?: WordVectors;
  /** One by default. */
  readonly partners?: Partners;
  /** Lowest probability of a pair; by default as `requiredProbability` of the pairs found. */
  readonly least?: number;
  /** Both sides are the same documents. */
  readonly within?: boolean;
  /** How many links and terms each pair is explained with; none by default. */
  readonly explain?: number;
  /** Called now and then with the share that is done. */
  readonly onProgress?: (share: number) => void;
}

/** Two documents that belong together. */
export interface MatchedPair {
  readonly a: number;
  readonly b: number;
  readonly probability: number;
  /** Share of either text that has a counterpart in the other, between 0 and 1. */
  readonly coverageA: number;
  readonly coverageB: number;
  /** The sentences that speak most clearly for the pair, counted within their documents. */
  readonly links: readonly PassageLink[];
  /** The rarest terms that both have, as numbers of the index. */
  readonly terms: readonly number[];
}

/** What matching two sides found. */
export interface MatchedSides {
  /** The pairs that are believed, by the position of the first document and then of the second. */
  readonly pairs: readonly MatchedPair[];
  /**
   * Documents that have no partner because the one they most likely belong with has another already, if each may have only
   * one. With one side, both lists are of its documents.
   */
  readonly leftOverA: readonly number[];
  readonly leftOverB: readonly number[];
}

/** Finds the pairs of documents that say the same thing. */
export function matchSides(a: MatchSide, b: MatchSide, options: MatchOptions): MatchedSides {
  const { partners = 'one', least, within = false, explain = 0 } = options;
  const { first, second } = matchWeights;
  const table = withoutHopeless(computeFeatures(a, b, options), first);
  const { candidates, sharedA, sharedB } = table;
  const scores = scorePairs(withLearnedWords(table, first), second);
  const byText =
    partners === 'one'
      ? probabilities(finalFeatures(scores, candidates, a.count, b.count), second)
      : aloneProbabilities(scores);
  const probability = within ? byText : withNames(a, b, candidates, byText, partners);
  const found = assignPairs(candidates, probability, partners, {
    ...(least !== undefined && { least }),
    within,
  });
  const required = least ?? requiredProbability(found.map((at) => probability[at]!));
  const believed = found.filter((at) => probability[at]! >= required);
  const pairs = believed
    .map((at) => {
      const x = candidates.a[at]!;
      const y = candidates.b[at]!;
      return {
        a: x,
        b: y,
        probability: probability[at]!,
        coverageA: sharedA[at]!,
        coverageB: sharedB[at]!,
        links: explain > 0 ? clearestLinks(table.context, x, y, explain) : [],
        terms: explain > 0 ? table.terms.strongest(x, y, explain) : [],
      };
    })
    .sort((x, y) => x.a - y.a || x.b - y.b);
  const leftOver =
    partners === 'one' ? leftOverDocuments(candidates, scores, believed, within) : [];
  return {
    pairs,
    leftOverA: leftOver.flatMap(([side, document]) => (side === 'a' ? document : [])),
    leftOverB: leftOver.flatMap(([side, document]) => (side === 'b' ? document : [])),
  };
}

/** How likely a pair must be by itself to be mentioned, where its other document has a partner already. */
const tellFrom = 0.95;

/** Documents without a partner that very likely belong with one that has another, each once. */
function leftOverDocuments(
  { a, b }: Candidates,
  scores: Float64Array,
  believed: readonly number[],
  within: boolean,
): (readonly ['a' | 'b', number])[] {
  const takenA = new Set(believed.map((at) => a[at]!));
  const takenB = new Set(believed.map((at) => b[at]!));
  if (within) {
    for (const document of takenB) takenA.add(document);
    for (const document of takenA) takenB.add(document);
  }
  const alone = aloneProbabilities(scores);
  const [leftA, leftB] = [new Set<number>(), new Set<number>()];
  alone.forEach((probability, at) => {
    if (probability < tellFrom) return;
    const [hasA, hasB] = [takenA.has(a[at]!), takenB.has(b[at]!)];
    if (hasB && !hasA) leftA.add(a[at]!);
    if (hasA && !hasB && !within) leftB.add(b[at]!);
  });
  return [
    ...[...leftA].map((document) => ['a', document] as const),
    ...[...leftB].map((document) => ['b', document] as const),
  ];
}

/** The probabilities after what names say. */
function withNames(
  a: MatchSide,
  b: MatchSide,
  candidates: Candidates,
  byText: Float64Array,
  partners: Partners,
): Float64Array {
  const clear = assignPairs(candidates, byText, partners, { least: clearFrom });
  const weights = nameEvidence(a, b, candidates, clear);
  return byText.map((probability, at) => {
    const weight = weights[at]!;
    return weight === 0
      ? probability
      : 1 / (1 + ((1 - probability) / probability) * Math.exp(-weight));
  });
}

/** With more candidates than this, the second step sees only the best of each document. */
const mostCandidates = 500_000;
/** Candidates of a document that stay. */
const bestKept = 4;

/** What is known of each candidate must fit in memory twice, so of very many the worst are dropped early. */
function withoutHopeless(table: FeatureTable, first: StepWeights): FeatureTable {
  const { candidates, values, context } = table;
  const count = candidates.a.length;
  if (count <= mostCandidates) return table;
  const scores = scorePairs(values, first);
  const limits = [
    bestLimits(scores, candidates.a, context.a.count),
    bestLimits(scores, candidates.b, context.b.count),
  ] as const;
  const places = Int32Array.from({ length: count }, (_, at) => at);
  return keepRows(
    table,
    places.filter(
      (at) =>
        scores[at]! >= limits[0][candidates.a[at]!]! ||
        scores[at]! >= limits[1][candidates.b[at]!]!,
    ),
  );
}

/** For each document, the score of the last candidate that stays. */
function bestLimits(scores: Float64Array, documents: Int32Array, count: number): Float64Array {
  const best = new Float64Array(count * bestKept).fill(-Infinity);
  scores.forEach((score, at) => {
    const start = documents[at]! * bestKept;
    let to = start + bestKept - 1;
    if (score <= best[to]!) return;
    while (to > start && best[to - 1]! < score) {
      best[to] = best[to - 1]!;
      to--;
    }
    best[to] = score;
  });
  return Float64Array.from(
    { length: count },
    (_, document) => best[(document + 1) * bestKept - 1]!,
  );
}
