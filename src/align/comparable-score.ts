import type { Candidate } from './comparable-candidates.js';
import { contextCount, describeContext } from './comparable-context.js';
import { describeCandidates, featureCount } from './comparable-features.js';
import { runNetworks, toProbability } from './comparable-network.js';
import type { ComparableSpace } from './comparable-space.js';
import { firstScore, secondScore } from './data/comparable-weights.js';

/** Candidates whose first log odds are below this get no second look. */
const leastLogit = -6;

/** The probability of every candidate that it is exactly a bead. */
export function scoreCandidates(
  space: ComparableSpace,
  candidates: readonly Candidate[],
): Float32Array {
  const features = describeCandidates(space, candidates);
  const logits = runNetworks(firstScore, features, featureCount);
  const context = describeContext(space, candidates, logits);
  const width = featureCount + contextCount;
  const probability = new Float32Array(candidates.length);
  const kept = [...candidates.keys()].filter((at) => logits[at]! > leastLogit);
  const rows = new Float32Array(kept.length * width);
  kept.forEach((at, row) => {
    rows.set(features.subarray(at * featureCount, (at + 1) * featureCount), row * width);
    rows.set(
      context.subarray(at * contextCount, (at + 1) * contextCount),
      row * width + featureCount,
    );
  });
  runNetworks(secondScore, rows, width).forEach((logit, row) => {
    probability[kept[row]!] = toProbability(logit);
  });
  return probability;
}
