/** From features to a probability, in two steps: how good a pair is, and whether a better one is at hand. */
import type { Candidates } from './documents/candidates.js';

/** Fitted numbers of one step; see models/matcher. */
export interface StepWeights {
  readonly bias: number;
  /** One per feature. */
  readonly features: readonly number[];
  /** Bias, score, lead over the best rival of the first, of the second, the smaller lead. */
  readonly final: readonly number[];
}

/** Fitted numbers of both steps: without and with what the first step's pairs teach. */
export interface MatchWeights {
  readonly first: StepWeights;
  readonly second: StepWeights;
}

/** Log odds of each candidate by itself. */
export function scorePairs(values: Float32Array, { bias, features }: StepWeights): Float64Array {
  const width = features.length;
  return Float64Array.from({ length: values.length / width }, (_, at) => {
    let sum = bias;
    for (let f = 0; f < width; f++) sum += features[f]! * values[at * width + f]!;
    return sum;
  });
}

/** Probability of each candidate whatever others there are: for documents with several partners. */
export function aloneProbabilities(scores: Float64Array): Float64Array {
  // The score is fitted to tell pairs one by one, so its odds stand as they are.
  return scores.map((score) => 1 / (1 + Math.exp(-score)));
}

/** Numbers of the second step, per candidate. */
export const finalWidth = 4;

/** Score, lead over the best rival on either side, smaller lead; leads are cut off. */
export function finalFeatures(
  scores: Float64Array,
  { a, b }: Candidates,
  countA: number,
  countB: number,
): Float64Array {
  const bestA = topTwo(scores, a, countA);
  const bestB = topTwo(scores, b, countB);
  const result = new Float64Array(scores.length * finalWidth);
  scores.forEach((score, at) => {
    const leadA = limit(score - rivalOf(bestA, a[at]!, score));
    const leadB = limit(score - rivalOf(bestB, b[at]!, score));
    result.set([limit(score), leadA, leadB, Math.min(leadA, leadB)], at * finalWidth);
  });
  return result;
}

/** Probability of each candidate that the two belong together. */
export function probabilities(finals: Float64Array, { final }: StepWeights): Float64Array {
  return Float64Array.from({ length: finals.length / finalWidth }, (_, at) => {
    let sum = final[0] ?? 0;
    for (let f = 0; f < finalWidth; f++) sum += (final[f + 1] ?? 0) * finals[at * finalWidth + f]!;
    return 1 / (1 + Math.exp(-sum));
  });
}

const largest = 12;
/** Score of a rival that is not there: no other document does not mean that this one fits. */
const absentRival = -2;

function limit(value: number): number {
  return Math.max(-largest, Math.min(largest, value));
}

function topTwo(scores: Float64Array, documents: Int32Array, count: number): Float64Array {
  const top = new Float64Array(2 * count).fill(-Infinity);
  scores.forEach((score, at) => {
    const place = 2 * documents[at]!;
    if (score > top[place]!) {
      top[place + 1] = top[place]!;
      top[place] = score;
    } else if (score > top[place + 1]!) top[place + 1] = score;
  });
  return top;
}

function rivalOf(top: Float64Array, document: number, score: number): number {
  const first = top[2 * document]!;
  const rival = score === first ? top[2 * document + 1]! : first;
  return rival === -Infinity ? absentRival : rival;
}
