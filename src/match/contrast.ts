import type { Candidates } from './documents/candidates.js';

/** Rivals of a pair that it is compared with. */
const rivals = 4;
/** The usual spread counts as this many pairs. */
const priorCount = 4;

/** What a measure is like between documents of one collection that do not belong together. */
export interface Usual {
  /** Of the best such pairs of a document; stands in for rivals where there are fewer than four. */
  readonly rival: number;
  /** Spread around it. */
  readonly spread: number;
}

/**
 * How far each pair's value is above those of its best rivals (the same document with others), on the mean
 * of its two documents, in units of what is usual between pairs of one document. Comparable across measures and
 * languages.
 */
export function contrast(
  values: Float64Array,
  { a, b }: Candidates,
  countA: number,
  countB: number,
  usual: Usual,
): Float64Array {
  const topA = topValues(values, a, countA);
  const topB = topValues(values, b, countB);
  const raised = Float64Array.from(values, (value, at) => {
    const x = rivalMean(topA, a[at]!, value, usual.rival);
    const y = rivalMean(topB, b[at]!, value, usual.rival);
    return value - (x + y) / 2;
  });
  // What is usual: the spread of pairs that are not the best of either document.
  let square = 0;
  let count = 0;
  raised.forEach((value, at) => {
    if (values[at]! >= topA[a[at]! * rivalSlots]! || values[at]! >= topB[b[at]! * rivalSlots]!)
      return;
    square += value * value;
    count++;
  });
  const spread = Math.sqrt((square + priorCount * usual.spread ** 2) / (count + priorCount));
  return raised.map((value) => value / spread);
}

const rivalSlots = rivals + 1;

/** The best values of each document, best first. */
function topValues(values: Float64Array, documents: Int32Array, count: number): Float64Array {
  const top = new Float64Array(count * rivalSlots).fill(-Infinity);
  values.forEach((value, at) => {
    const first = documents[at]! * rivalSlots;
    let to = first + rivalSlots - 1;
    if (value <= top[to]!) return;
    while (to > first && top[to - 1]! < value) {
      top[to] = top[to - 1]!;
      to--;
    }
    top[to] = value;
  });
  return top;
}

/** Mean of a document's best values other than one of them. */
function rivalMean(top: Float64Array, document: number, value: number, missing: number): number {
  let sum = 0;
  let count = 0;
  let isLeftOut = false;
  for (let slot = 0; slot < rivalSlots && count < rivals; slot++) {
    const found = top[document * rivalSlots + slot]!;
    if (found === -Infinity) break;
    if (!isLeftOut && found === value) {
      isLeftOut = true;
      continue;
    }
    sum += found;
    count++;
  }
  return (sum + (rivals - count) * missing) / rivals;
}
