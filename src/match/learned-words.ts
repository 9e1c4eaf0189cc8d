import { assignPairs } from './assign.js';
import { contrast } from './contrast.js';
import { lexicalEvidence } from './evidence/lexicon.js';
import type { FeatureTable } from './features.js';
import { finalFeatures, probabilities, scorePairs, type StepWeights } from './probability.js';

/** Features of the second step beside those of the first. */
export const learnedNames = ['learned words', 'learned words above others'] as const;

/** Of pairs that do not belong together. */
const usual = { rival: 0.05, spread: 0.05 };
/** Log odds under which a candidate of the first step has no chance in the second. */
const hopeless = -6;

/** The features with two more: how well the words go together, as the pairs that the first step believes teach. */
export function withLearnedWords(table: FeatureTable, first: StepWeights): Float64Array {
  const { candidates, values, context } = table;
  const { a, b } = context;
  const scores = scorePairs(values, first);
  const finals = finalFeatures(scores, candidates, a.count, b.count);
  const believed = assignPairs(candidates, probabilities(finals, first));
  const learned = lexicalEvidence(
    a,
    b,
    candidates,
    believed,
    table.termCount,
    (at) => scores[at]! > hopeless,
  );
  const above = contrast(learned, candidates, a.count, b.count, usual);
  const old = first.features.length;
  const width = old + learnedNames.length;
  const result = new Float64Array(learned.length * width);
  for (let at = 0; at < learned.length; at++) {
    result.set(values.subarray(at * old, (at + 1) * old), at * width);
    result[at * width + old] = learned[at]!;
    result[at * width + old + 1] = above[at]!;
  }
  return result;
}
