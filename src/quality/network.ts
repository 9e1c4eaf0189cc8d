/** A small network: from the features of a pair to the probability that nothing is wrong with it. */

/** What was fitted. */
export interface QualityWeights {
  /** Subtracted from each feature ... */
  readonly centers: readonly number[];
  /** ... before it is multiplied by this. */
  readonly scales: readonly number[];
  /** For each unit: its bias, then a weight for each feature. */
  readonly units: readonly (readonly number[])[];
  /** The bias of the result, a weight for each unit, then one for each feature. */
  readonly result: readonly number[];
}

/** The probability, 0 to 1. */
export function applyNetwork(
  { centers, scales, units, result }: QualityWeights,
  features: readonly number[],
): number {
  const inputs = features.map((value, at) => (value - (centers[at] ?? 0)) * (scales[at] ?? 0));
  let sum = result[0] ?? 0;
  for (const [index, unit] of units.entries()) {
    let own = unit[0] ?? 0;
    for (const [at, value] of inputs.entries()) own += value * (unit[at + 1] ?? 0);
    sum += Math.tanh(own) * (result[index + 1] ?? 0);
  }
  for (const [at, value] of inputs.entries()) sum += value * (result[units.length + 1 + at] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
