/**
 * The arithmetic of the graph, in the runtime's order: additions of 32 bits are not associative, and
 * a vector must not depend on which of the two computed it. Onnxruntime 1.14 adds rows in groups of
 * four, then two, then one, and squares one after the other.
 */

/** Rows of numbers, one after another. */
export interface RowStore {
  readonly values: Float32Array;
  readonly dimension: number;
}

/**
 * The sum of rows.
 * @param slots numbers of rows; those from `from` to `to` are added up
 */
export function sumRows(
  { values, dimension }: RowStore,
  slots: Int32Array,
  from: number,
  to: number,
  sum: Float32Array,
): void {
  const { fround } = Math;
  let next = from;
  for (; to - next >= 4; next += 4) {
    let a = (slots[next] ?? 0) * dimension;
    let b = (slots[next + 1] ?? 0) * dimension;
    let c = (slots[next + 2] ?? 0) * dimension;
    let d = (slots[next + 3] ?? 0) * dimension;
    for (let i = 0; i < dimension; i += 1) {
      const two = fround((values[a++] ?? 0) + (values[b++] ?? 0));
      const four = fround(fround(two + (values[c++] ?? 0)) + (values[d++] ?? 0));
      sum[i] = next === from ? four : fround((sum[i] ?? 0) + four);
    }
  }
  if (to - next >= 2) {
    let a = (slots[next] ?? 0) * dimension;
    let b = (slots[next + 1] ?? 0) * dimension;
    for (let i = 0; i < dimension; i += 1) {
      const two = fround((values[a++] ?? 0) + (values[b++] ?? 0));
      sum[i] = next === from ? two : fround((sum[i] ?? 0) + two);
    }
    next += 2;
  }
  if (to > next) {
    let a = (slots[next] ?? 0) * dimension;
    for (let i = 0; i < dimension; i += 1) {
      const one = values[a++] ?? 0;
      sum[i] = next === from ? one : fround((sum[i] ?? 0) + one);
    }
  }
}

/** The length of a vector. */
export function lengthOf(vector: Float32Array): number {
  const { fround } = Math;
  let square = 0;
  for (let i = 0; i < vector.length; i += 1) {
    const value = vector[i] ?? 0;
    square = fround(square + fround(value * value));
  }
  return fround(Math.sqrt(square));
}

/** Writes a vector divided by its length, which is at least `least`, to `units` from `at` on. */
export function writeUnit(
  vector: Float32Array,
  length: number,
  least: number,
  units: Float32Array,
  at: number,
): void {
  const divisor = Math.max(length, least);
  for (let i = 0; i < vector.length; i += 1) units[at + i] = (vector[i] ?? 0) / divisor;
}
