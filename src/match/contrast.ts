import type { Candidates } from './documents/candidates.js';

/** Rivals of a pair that it is compared with. */
const rivals = 4;
/** Stands in for the spread of few pairs: this many with this spread. */
const priorCount = 4;

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
): Float64Array {
  const topA = topValues(values, a, countA);
  const topB = topValues(values, b, countB);
  const raised = Float64Array.from(values, (value, at) => {
    const x = rivalMean(topA, a[at]!, value);
    const y = rivalMean(topB, b[at]!, value);
    return value - (x + y) / 2;
  });
  // What is usual: the spread of pairs that are not the best of either document.
  let square = 0;
  let count = 0;
  let all = 0;
  raised.forEach((value, at) => {
    all += value * value;
    if (values[at]! >= topA[a[at]! * rivalSlots]! || values[at]! >= topB[b[at]! * rivalSlots]!)
      return;
    square += value * value;
    count++;
  });
  const prior = raised.length === 0 ? 1 : all / raised.length;
  const spread = Math.sqrt((square + priorCount * prior) / (count + priorCount)) || 1;
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

/** Mean of a document's best values other than one of them; that value itself if there are none. */
function rivalMean(top: Float64Array, document: number, value: number): number {
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
  return count === 0 ? value : sum / count;
}
