/** Which documents of two sides say the same thing. */
import { assignPairs, requiredProbability, type Partners } from './assign.js';
import { clearestLinks, type PassageLink } from './evidence/passages.js';
import { computeFeatures } from './features.js';
import { withLearnedWords } from './learned-words.js';
import { aloneProbabilities, finalFeatures, probabilities, scorePairs } from './probability.js';
import type { MatchSide } from './documents/side.js';
import { matchWeights } from './weights.js';

export interface MatchOptions {
  /** Number of terms in the index of both sides. */
  readonly termCount: number;
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

/** The pairs that are believed, by the position of the first document and then of the second. */
export function matchSides(a: MatchSide, b: MatchSide, options: MatchOptions): MatchedPair[] {
  const { partners = 'one', least, within = false, explain = 0 } = options;
  const table = computeFeatures(a, b, options);
  const { candidates, passages } = table;
  const { first, second } = matchWeights;
  const scores = scorePairs(withLearnedWords(table, first), second);
  const probability =
    partners === 'one'
      ? probabilities(finalFeatures(scores, candidates, a.count, b.count), second)
      : aloneProbabilities(scores);
  const found = assignPairs(candidates, probability, partners, {
    ...(least !== undefined && { least }),
    within,
  });
  const required = least ?? requiredProbability(found.map((at) => probability[at]!));
  return found
    .filter((at) => probability[at]! >= required)
    .map((at) => {
      const x = candidates.a[at]!;
      const y = candidates.b[at]!;
      return {
        a: x,
        b: y,
        probability: probability[at]!,
        coverageA: passages[at]!.sharedA,
        coverageB: passages[at]!.sharedB,
        links: explain > 0 ? clearestLinks(table.context, x, y, explain) : [],
        terms: explain > 0 ? table.terms.strongest(x, y, explain) : [],
      };
    })
    .sort((x, y) => x.a - y.a || x.b - y.b);
}
