import { featureNames } from './features.js';

/**
 * Measures whose usual value between documents that belong together depends on the collection: how free its
 * translations are, how well the model knows its languages.
 */
const measured = ['documents', 'best sentences', 'chain', 'mutual', 'smaller coverage'] as const;

/** Features of the second step, one per measure. */
export const clearPairNames = measured.map((name) => `${name} among clear pairs`);

/** Probability from which a pair of the first step counts as clear. */
export const clearFrom = 0.95;
/** What clear pairs are like in collections of prose, which counts as this many pairs. */
const usual = [
  [0.5, 0.15],
  [0.1, 0.08],
  [0.15, 0.08],
  [0.8, 0.2],
  [0.7, 0.25],
] as const;
const usualCount = 4;
/** Deviations beyond these tell no more. */
const lowest = -5;
const highest = 2;

/**
 * How far each candidate is from the pairs of its collection that are clear, in units of their spread. Documents that
 * merely share a subject, and have no better partner, stay far behind the clear pairs.
 *
 * @param values one row of `featureNames.length` numbers per candidate
 * @param clear positions of the clear pairs among the candidates
 * @returns one row of `clearPairNames.length` numbers per candidate
 */
export function amongClearPairs(values: Float32Array, clear: readonly number[]): Float64Array {
  const width = featureNames.length;
  const count = values.length / width;
  const result = new Float64Array(count * measured.length);
  measured.forEach((name, column) => {
    const at = featureNames.indexOf(name);
    const [usualMean = 0, usualSpread = 1] = usual[column] ?? [];
    const total = clear.length + usualCount;
    let sum = usualCount * usualMean;
    for (const pair of clear) sum += values[pair * width + at]!;
    const mean = sum / total;
    let square = usualCount * usualSpread ** 2;
    for (const pair of clear) square += (values[pair * width + at]! - mean) ** 2;
    const spread = Math.sqrt(square / total);
    for (let pair = 0; pair < count; pair++) {
      const off = (values[pair * width + at]! - mean) / spread;
      result[pair * measured.length + column] = Math.max(lowest, Math.min(highest, off));
    }
  });
  return result;
}
