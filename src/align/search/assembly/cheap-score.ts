import { byteAt, floatAt, setFloat } from '../../assembly/arrays';
import { rowBytes, table } from './near';
import { longestSpan, Plane } from './plane';

/** The features of the bead that was scored last, in the order of `cheapFeatures`, as far as size and cosines go. */
export const features: usize = memory.data(7 * 8, 16);

/** Feature that grows with the size of a bead. */
export const sizeFeature: i32 = 14;

/**
 * Score of a bead with two sides from its cheap features, the first seven of which are written to `features`.
 * 'formula' follows Bertalign's score by hand (Liu & Zhu 2022): cosine less a part of the mean cosine with the
 * neighbours, over a divisor that grows with the ratio of lengths. The table must stand at (i, j).
 */
export function scoreCheaply(plane: Plane, i: i32, n: i32, j: i32, m: i32): f64 {
  const spansA = plane.spansA;
  const spansB = plane.spansB;
  const linear = plane.linear;
  const a = i * longestSpan;
  const b = j * longestSpan;
  const up = floatAt(spansA, a + n - 1);
  const across = floatAt(spansB, b + m - 1);
  // Corners of the bead in the table of running sums, whose first row and column lie one before it.
  const top = table + rowBytes + 8;
  const bottom = top + <usize>n * rowBytes;
  const right = (<usize>m) << 3;
  const c00 = load<f64>(top);
  const c01 = load<f64>(top + right);
  const c10 = load<f64>(bottom);
  const c11 = load<f64>(bottom + right);
  const below = bottom + rowBytes;
  const cosine = (c11 - c10 - c01 + c00) * up * across;
  const o1 = i > 0 ? (c01 - c00) * floatAt(spansA, a - longestSpan) * across : 0;
  const o2 =
    i + n < plane.rows
      ? (load<f64>(below + right) - load<f64>(below) - c11 + c10) *
        floatAt(spansA, a + n * longestSpan) *
        across
      : 0;
  const o3 = j > 0 ? (c10 - c00) * up * floatAt(spansB, b - longestSpan) : 0;
  const o4 =
    j + m < plane.columns
      ? (load<f64>(bottom + right, 8) - c11 - load<f64>(top + right, 8) + c01) *
        up *
        floatAt(spansB, b + m * longestSpan)
      : 0;
  const outside = (o1 + o2 + o3 + o4) * 0.25;
  let largest = o1 > o2 ? o1 : o2;
  if (o3 > largest) largest = o3;
  if (o4 > largest) largest = o4;
  const ratio = min<f64>(
    3,
    abs<f64>(floatAt(plane.logsA, a + n - 1) - floatAt(plane.logsB, b + m - 1)),
  );
  setFloat(features, 0, (cosine - 0.3 * outside) / (1 + ratio));
  setFloat(features, 1, cosine);
  setFloat(features, 2, cosine * cosine);
  setFloat(features, 3, outside);
  setFloat(features, 4, largest);
  setFloat(features, 5, ratio);
  setFloat(features, 6, ratio * ratio);
  let score =
    floatAt(linear, byteAt(plane.classes, n * 8 + m)) +
    floatAt(linear, sizeFeature) * <f64>(n + m - 2);
  for (let k = 0; k < 7; k++) score += floatAt(linear, k) * floatAt(features, k);
  return score;
}
