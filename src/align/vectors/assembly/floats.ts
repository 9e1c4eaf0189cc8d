/** Rows of 32-bit floats. */

/** 1 as a 16-bit integer (see kernel.ts). */
export const quantisedOne: f64 = 16384;

/**
 * Writes `factor` times `count` floats that begin at `from` to `to` as 16-bit integers, halves rounded up. `count` is a
 * multiple of 8.
 */
export function quantise(from: usize, factor: f64, to: usize, count: i32): void {
  const scale = f64x2.splat(factor);
  const end = to + ((<usize>count) << 1);
  while (to < end) {
    const low = i64x2.shuffle(rounded(from, scale), rounded(from + 8, scale), 0, 2);
    const high = i64x2.shuffle(rounded(from + 16, scale), rounded(from + 24, scale), 0, 2);
    v128.store(to, i16x8.narrow_i32x4_s(low, high));
    from += 32;
    to += 16;
  }
}

/** Two floats, multiplied and rounded, as 32-bit integers in the lower half. */
function rounded(from: usize, scale: v128): v128 {
  const half = f64x2.splat(0.5);
  const value = f64x2.promote_low_f32x4(v128.load64_zero(from));
  return i32x4.trunc_sat_f64x2_s_zero(f64x2.floor(f64x2.add(f64x2.mul(value, scale), half)));
}

/**
 * Adds `factor` times the `count` floats at `from` to those at `to`, each sum rounded from 64 bits: to the last bit as
 * arithmetic on a Float32Array does. `count` is a multiple of 4.
 */
export function accumulate(to: usize, from: usize, factor: f64, count: i32): void {
  const scale = f64x2.splat(factor);
  const end = to + ((<usize>count) << 2);
  while (to < end) {
    v128.store64_lane(to, sum(to, from, scale), 0);
    v128.store64_lane(to + 8, sum(to + 8, from + 8, scale), 0);
    from += 16;
    to += 16;
  }
}

function sum(to: usize, from: usize, scale: v128): v128 {
  const own = f64x2.promote_low_f32x4(v128.load64_zero(to));
  const other = f64x2.promote_low_f32x4(v128.load64_zero(from));
  return f32x4.demote_f64x2_zero(f64x2.add(own, f64x2.mul(other, scale)));
}

/** Dot product of `count` floats at `x` and `y`, in 64 bits, as `dot` computes it. `count` is a multiple of 4. */
export function dot(x: usize, y: usize, count: i32): f64 {
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  const end = x + ((<usize>count) << 2);
  while (x < end) {
    low = f64x2.add(low, multiplied(x, y));
    high = f64x2.add(high, multiplied(x + 8, y + 8));
    x += 16;
    y += 16;
  }
  return (
    f64x2.extract_lane(low, 0) +
    f64x2.extract_lane(low, 1) +
    (f64x2.extract_lane(high, 0) + f64x2.extract_lane(high, 1))
  );
}

function multiplied(x: usize, y: usize): v128 {
  return f64x2.mul(
    f64x2.promote_low_f32x4(v128.load64_zero(x)),
    f64x2.promote_low_f32x4(v128.load64_zero(y)),
  );
}
