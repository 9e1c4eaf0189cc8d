import type { Candidate } from './candidate.js';
import { contextCount, describeContext } from './context.js';
import { describeCandidates, featureCount } from './features.js';
import { foundNames } from '../likeness/found-words.js';
import { toProbability } from '../numeric/logistic.js';
import { runNetworks } from './network.js';
import type { ComparableSpace } from './space.js';
import { firstScore, secondScore, thirdScore } from './weights.js';

const foundCount = foundNames.length;
/** Candidates whose first log odds are below this get no second look ... */
export const leastLogit = -6;
/** ... and are assigned these log odds. */
const outOfSight = -20;

/**
 * The probability of each candidate that it is exactly a bead: a first score from its features,
 * then two more that also use the previous scores of its rivals and neighbours.
 */
export function scoreCandidates(
  space: ComparableSpace,
  candidates: readonly Candidate[],
): Float32Array {
  const features = describeCandidates(space, candidates);
  let logits = runNetworks(firstScore, features, featureCount);
  const kept = [...candidates.keys()].filter((at) => logits[at]! > leastLogit);
  const width = featureCount + foundCount + contextCount;
  const rows = new Float32Array(kept.length * width);
  kept.forEach((at, row) => {
    rows.set(features.subarray(at * featureCount, (at + 1) * featureCount), row * width);
    rows.set(space.foundWords.describe(candidates[at]!), row * width + featureCount);
  });
  for (const networks of [secondScore, thirdScore]) {
    const context = describeContext(space.spans, candidates, logits);
    kept.forEach((at, row) => {
      const own = context.subarray(at * contextCount, (at + 1) * contextCount);
      rows.set(own, row * width + featureCount + foundCount);
    });
    const before = logits;
    logits = new Float32Array(candidates.length).fill(outOfSight);
    runNetworks(networks, rows, width).forEach((logit, row) => {
      if (before[kept[row]!]! > leastLogit) logits[kept[row]!] = logit;
    });
  }
  return logits.map(toProbability);
}
