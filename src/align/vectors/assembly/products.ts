/** Dot products of rows of 16-bit integers, with the processor's vector instructions. */

/** Turns a product into a cosine (see kernel.ts). */
export const productUnit: f64 = 1.0 / (16384.0 * 16384.0);

let multiplied: f64 = 0;

/** The multiplications of all tiles so far, which `npm run bench -- stages` compares with what the processor can do. */
export function multiplications(): f64 {
  return multiplied;
}

/**
 * Writes the products of `rowsA` rows that begin at `a` with `rowsB` rows that begin at `b` to `out`, as 32-bit integers,
 * row-major: two rows by four at a time. Rows are `stride` bytes long; `stride` is a multiple of 16, `rowsA` of 2,
 * `rowsB` of 4.
 */
export function tile(a: usize, b: usize, stride: usize, rowsA: i32, rowsB: i32, out: usize): void {
  multiplied += <f64>(stride >> 1) * <f64>rowsA * <f64>rowsB;
  const width = (<usize>rowsB) << 2;
  for (let i = 0; i < rowsA; i += 2) {
    let other = b;
    for (let j: usize = 0; j < width; j += 16) {
      block(
        a,
        a + stride,
        other,
        other + stride,
        other + 2 * stride,
        other + 3 * stride,
        stride,
        out + j,
        out + width + j,
      );
      other += 4 * stride;
    }
    a += 2 * stride;
    out += 2 * width;
  }
}

/** The same for rows wherever they lie: at `a` and `b` are lists of their addresses. */
export function gather(
  a: usize,
  b: usize,
  stride: usize,
  rowsA: i32,
  rowsB: i32,
  out: usize,
): void {
  multiplied += <f64>(stride >> 1) * <f64>rowsA * <f64>rowsB;
  const width = (<usize>rowsB) << 2;
  for (let i = 0; i < rowsA; i += 2) {
    const first: usize = load<u32>(a);
    const second: usize = load<u32>(a, 4);
    for (let j: usize = 0; j < width; j += 16) {
      block(
        first,
        second,
        load<u32>(b + j),
        load<u32>(b + j, 4),
        load<u32>(b + j, 8),
        load<u32>(b + j, 12),
        stride,
        out + j,
        out + width + j,
      );
    }
    a += 8;
    out += 2 * width;
  }
}

/** The products of two rows with four, to `low` and `high`. */
function block(
  x0: usize,
  x1: usize,
  y0: usize,
  y1: usize,
  y2: usize,
  y3: usize,
  stride: usize,
  low: usize,
  high: usize,
): void {
  let s00 = i32x4.splat(0);
  let s01 = i32x4.splat(0);
  let s02 = i32x4.splat(0);
  let s03 = i32x4.splat(0);
  let s10 = i32x4.splat(0);
  let s11 = i32x4.splat(0);
  let s12 = i32x4.splat(0);
  let s13 = i32x4.splat(0);
  for (let k: usize = 0; k < stride; k += 16) {
    const u = v128.load(x0 + k);
    const v = v128.load(x1 + k);
    let y = v128.load(y0 + k);
    s00 = i32x4.add(s00, i32x4.dot_i16x8_s(u, y));
    s10 = i32x4.add(s10, i32x4.dot_i16x8_s(v, y));
    y = v128.load(y1 + k);
    s01 = i32x4.add(s01, i32x4.dot_i16x8_s(u, y));
    s11 = i32x4.add(s11, i32x4.dot_i16x8_s(v, y));
    y = v128.load(y2 + k);
    s02 = i32x4.add(s02, i32x4.dot_i16x8_s(u, y));
    s12 = i32x4.add(s12, i32x4.dot_i16x8_s(v, y));
    y = v128.load(y3 + k);
    s03 = i32x4.add(s03, i32x4.dot_i16x8_s(u, y));
    s13 = i32x4.add(s13, i32x4.dot_i16x8_s(v, y));
  }
  v128.store(low, foldFour(s00, s01, s02, s03));
  v128.store(high, foldFour(s10, s11, s12, s13));
}

/** The sums of the lanes of four registers. */
function foldFour(s0: v128, s1: v128, s2: v128, s3: v128): v128 {
  // Sums of lanes 0 and 2, and of 1 and 3, of two registers each.
  const left = i32x4.add(
    v128.shuffle<i32>(s0, s1, 0, 4, 1, 5),
    v128.shuffle<i32>(s0, s1, 2, 6, 3, 7),
  );
  const right = i32x4.add(
    v128.shuffle<i32>(s2, s3, 0, 4, 1, 5),
    v128.shuffle<i32>(s2, s3, 2, 6, 3, 7),
  );
  return i32x4.add(
    v128.shuffle<i32>(left, right, 0, 1, 4, 5),
    v128.shuffle<i32>(left, right, 2, 3, 6, 7),
  );
}

/** The product of one row with another. */
export function product(x: usize, y: usize, stride: usize): i32 {
  let sum = i32x4.splat(0);
  for (let k: usize = 0; k < stride; k += 16) {
    sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load(x + k), v128.load(y + k)));
  }
  return fold(sum);
}

function fold(sum: v128): i32 {
  return (
    i32x4.extract_lane(sum, 0) +
    i32x4.extract_lane(sum, 1) +
    (i32x4.extract_lane(sum, 2) + i32x4.extract_lane(sum, 3))
  );
}
