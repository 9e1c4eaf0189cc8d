import { assignPairs } from './assign.js';
import { amongClearPairs, clearFrom, clearPairNames } from './clear-pairs.js';
import { contrast } from './contrast.js';
import { lexicalEvidence } from './evidence/lexicon.js';
import type { FeatureTable } from './features.js';
import { finalFeatures, probabilities, scorePairs, type StepWeights } from './probability.js';

/** Features of the second step beside those of the first. */
export const learnedNames: readonly string[] = [
  'learned words',
  'learned words above others',
  ...clearPairNames,
];

/** Of pairs that do not belong together. */
const usual = { rival: 0.05, spread: 0.05 };
/** Log odds under which a candidate of the first step has no chance in the second. */
const hopeless = -6;

/**
 * The features with those of the second step, which the pairs that the first step believes teach: how well the words
 * go together, and what pairs of this collection are like.
 */
export function withLearnedWords(table: FeatureTable, first: StepWeights): Float32Array {
  const { candidates, values, context } = table;
  const { a, b } = context;
  const scores = scorePairs(values, first);
  const finals = finalFeatures(scores, candidates, a.count, b.count);
  const probability = probabilities(finals, first);
  const believed = assignPairs(candidates, probability);
  const learned = lexicalEvidence(
    a,
    b,
    candidates,
    believed,
    table.termCount,
    (at) => scores[at]! > hopeless,
  );
  const above = contrast(learned, candidates, a.count, b.count, usual);
  const clear = amongClearPairs(
    values,
    believed.filter((at) => probability[at]! >= clearFrom),
  );
  const old = first.features.length;
  const width = old + learnedNames.length;
  const result = new Float32Array(learned.length * width);
  for (let at = 0; at < learned.length; at++) {
    const row = at * width;
    result.set(values.subarray(at * old, (at + 1) * old), row);
    result[row + old] = learned[at]!;
    result[row + old + 1] = above[at]!;
    result.set(
      clear.subarray(at * clearPairNames.length, (at + 1) * clearPairNames.length),
      row + old + 2,
    );
  }
  return result;
}
