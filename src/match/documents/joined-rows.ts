/** Rows that hold the vectors of two models, each as long as it is to be relied on. */
import { measureModel, relyOn } from '../../align/input/join-models.js';
import { quantisedOne } from '../../align/vectors/kernel.js';
import type { Vectors } from '../../domain.js';
import { meanOf } from './row-store.js';
import { sentenceWeight, type MatchSide } from './side.js';

/** With no more sentences than this the models are measured on sentences, else on documents. */
const mostSentences = 20_000;

/**
 * Sides whose rows are the bundled model's followed by another's, with the two weighed as `joinModels` does for the
 * aligners: the model that sets counterparts further apart from the next best counts more. The other model's mean
 * direction is taken out on each side. The product of two rows is then a weighted mean of both models' cosines.
 *
 * @param otherDimension numbers of a row that are the other model's: the last
 */
export function joinRows(
  a: MatchSide,
  b: MatchSide,
  otherDimension: number,
): readonly [MatchSide, MatchSide] {
  const bundledDimension = a.dimension - otherDimension;
  const sides = a === b ? [a] : [a, b];
  const centred = sides.map((side) => centre(side, bundledDimension));
  const [firstA] = centred;
  const lastB = centred.at(-1);
  if (firstA === undefined || lastB === undefined) return [a, b];
  const measure = (from: number, to: number): ReturnType<typeof measureModel> =>
    measureModel(vectorsOf(firstA, from, to), vectorsOf(lastB, from, to));
  const share = relyOn(measure(0, bundledDimension), measure(bundledDimension, a.dimension));
  const joined = centred.map((side) => weigh(side, bundledDimension, share));
  return [joined[0] ?? a, joined.at(-1) ?? b];
}

/** The side with the mean taken out of the other model's part, whose rows are units again. */
function centre(side: MatchSide, from: number): MatchSide {
  const { dimension } = side;
  const mean = meanOf(side.rows, side.lengths, dimension);
  const rows = side.rows.map((own) => {
    const result = own.slice();
    for (let start = 0; start < own.length; start += dimension) {
      let square = 0;
      let any = 0;
      for (let d = from; d < dimension; d++) {
        any |= own[start + d]!;
        square += (own[start + d]! - mean[d]!) ** 2;
      }
      if (any === 0 || square === 0) continue;
      const factor = quantisedOne / Math.sqrt(square);
      for (let d = from; d < dimension; d++)
        result[start + d] = Math.round((own[start + d]! - mean[d]!) * factor);
    }
    return result;
  });
  return { ...side, rows };
}

/** @param share how much the bundled model's cosine counts, the other's the rest */
function weigh(side: MatchSide, bundledDimension: number, share: number): MatchSide {
  const { dimension } = side;
  const factors = [Math.sqrt(share), Math.sqrt(1 - share)] as const;
  const rows = side.rows.map((own) =>
    own.map((value, at) => Math.round(value * factors[at % dimension < bundledDimension ? 0 : 1])),
  );
  return { ...side, rows };
}

/** One model's part of all sentences, or of all documents if there are many. */
function vectorsOf(side: MatchSide, from: number, to: number): Vectors {
  const bySentence = side.lengths.length <= mostSentences;
  const count = bySentence ? side.lengths.length : side.count;
  const dimension = to - from;
  const units = new Float32Array(count * dimension);
  const norms = new Float32Array(count);
  let sentence = 0;
  side.rows.forEach((own, document) => {
    for (let start = 0; start < own.length; start += side.dimension) {
      const at = (bySentence ? sentence : document) * dimension;
      const weight = bySentence ? 1 : sentenceWeight(side.lengths[sentence]!);
      for (let d = 0; d < dimension; d++) units[at + d]! += weight * own[start + from + d]!;
      sentence++;
    }
  });
  for (let row = 0; row < count; row++) {
    const own = units.subarray(row * dimension, (row + 1) * dimension);
    const length = Math.sqrt(own.reduce((sum, value) => sum + value * value, 0));
    norms[row] = length;
    if (length > 0) own.forEach((value, d) => (own[d] = value / length));
  }
  return { count, dimension, units, norms };
}
