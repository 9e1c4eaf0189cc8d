/** Products of rows of 16-bit integers, as vectors/kernel.wat computes them. */

/** What the numbers of rows that are multiplied are rounded up to. */
export const ownTogether = 2;
export const othersTogether = 4;

export function roundUp(value: i32, step: i32): i32 {
  return (value + step - 1) & -step;
}

/** Writes a row of 32-bit floats, times 2^14, as integers, halves rounded up. `count` is a multiple of 8. */
export function quantise(from: usize, to: usize, count: i32): void {
  const past = to + ((<usize>count) << 1);
  for (; to < past; to += 16, from += 32) {
    v128.store(to, i16x8.narrow_i32x4_s(fourOf(from), fourOf(from + 16)));
  }
}

function fourOf(from: usize): v128 {
  return i8x16.shuffle(
    twoOf(from),
    twoOf(from + 8),
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    16,
    17,
    18,
    19,
    20,
    21,
    22,
    23,
  );
}

function twoOf(from: usize): v128 {
  const scaled = f64x2.mul(f64x2.promote_low_f32x4(v128.load64_zero(from)), f64x2.splat(16384));
  return i32x4.trunc_sat_f64x2_s_zero(f64x2.floor(f64x2.add(scaled, f64x2.splat(0.5))));
}

/**
 * Multiplies rows whose addresses are in a list with those of another one, into `out`, row by row. `count` is a multiple
 * of 2, `otherCount` of 4.
 */
export function multiply(
  own: usize,
  count: i32,
  others: usize,
  otherCount: i32,
  stride: i32,
  out: usize,
): void {
  const width = (<usize>otherCount) << 2;
  for (let i = 0; i < count; i += 2, own += 8, out += width << 1) {
    const x = <usize>load<i32>(own);
    const x1 = <usize>load<i32>(own, 4);
    for (let j: usize = 0; j < width; j += 16) {
      const y = <usize>load<i32>(others + j);
      const y1 = <usize>load<i32>(others + j, 4);
      const y2 = <usize>load<i32>(others + j, 8);
      const y3 = <usize>load<i32>(others + j, 12);
      let s0 = i32x4.splat(0);
      let s1 = s0;
      let s2 = s0;
      let s3 = s0;
      let t0 = s0;
      let t1 = s0;
      let t2 = s0;
      let t3 = s0;
      for (let k: usize = 0; k < <usize>stride; k += 16) {
        const a = v128.load(x + k);
        const b = v128.load(x1 + k);
        let c = v128.load(y + k);
        s0 = i32x4.add(s0, i32x4.dot_i16x8_s(a, c));
        t0 = i32x4.add(t0, i32x4.dot_i16x8_s(b, c));
        c = v128.load(y1 + k);
        s1 = i32x4.add(s1, i32x4.dot_i16x8_s(a, c));
        t1 = i32x4.add(t1, i32x4.dot_i16x8_s(b, c));
        c = v128.load(y2 + k);
        s2 = i32x4.add(s2, i32x4.dot_i16x8_s(a, c));
        t2 = i32x4.add(t2, i32x4.dot_i16x8_s(b, c));
        c = v128.load(y3 + k);
        s3 = i32x4.add(s3, i32x4.dot_i16x8_s(a, c));
        t3 = i32x4.add(t3, i32x4.dot_i16x8_s(b, c));
      }
      v128.store(out + j, fold(s0, s1, s2, s3));
      v128.store(out + width + j, fold(t0, t1, t2, t3));
    }
  }
}

/** The sums of the lanes of four registers. */
function fold(s0: v128, s1: v128, s2: v128, s3: v128): v128 {
  const low = v128.shuffle<i32>(s0, s1, 0, 4, 1, 5);
  const low1 = v128.shuffle<i32>(s0, s1, 2, 6, 3, 7);
  const high = v128.shuffle<i32>(s2, s3, 0, 4, 1, 5);
  const high1 = v128.shuffle<i32>(s2, s3, 2, 6, 3, 7);
  // Sums of lanes 0 and 2, and of 1 and 3, of two registers each.
  const left = i32x4.add(low, low1);
  const right = i32x4.add(high, high1);
  return i32x4.add(
    v128.shuffle<i32>(left, right, 0, 1, 4, 5),
    v128.shuffle<i32>(left, right, 2, 3, 6, 7),
  );
}
