/** How strongly two things that occur in the same pairs belong together. */

/** In how many of all pairs they occur. */
export interface Occurrences {
  readonly together: number;
  readonly a: number;
  readonly b: number;
  readonly all: number;
}

/**
 * The log-likelihood ratio of Dunning (1993), "Accurate methods for the statistics of surprise and coincidence": 0 for
 * what occurs together as often as by chance, 10.83 for what chance brings about once in a thousand times; negative where they
 * avoid each other.
 */
export function logLikelihoodRatio({ together, a, b, all }: Occurrences): number {
  const cells = [together, a - together, b - together, all - a - b + together].map((own) =>
    Math.max(0, own),
  );
  const rows = [a, a, all - a, all - a];
  const columns = [b, all - b, b, all - b];
  let sum = 0;
  cells.forEach((observed, at) => {
    const expected = (rows[at]! * columns[at]!) / all;
    if (observed > 0 && expected > 0) sum += observed * Math.log(observed / expected);
  });
  const ratio = Math.max(0, 2 * sum);
  return together * all < a * b ? -ratio : ratio;
}
