/**
 * Rows of a table of 32-bit floats, their sums, and unit vectors of these, in the order in which onnxruntime 1.14
 * computes them: additions of 32 bits are not associative, and a vector must not depend on which of the two made it.
 * Rows take `stride` bytes, a multiple of 16: those of the numbers, and behind them `tail` bytes, which hold the row's
 * length once it is known and 0 before.
 */

/** Bytes behind the numbers of a row. */
const tail: usize = 16;

/** Where free memory begins. */
export function freeFrom(): usize {
  return __heap_base;
}

/** Writes the row of `stride` bytes whose `width` bytes hold two codes each, those of the first half of the row in the low bits. */
export function unpack(
  bytes: usize,
  width: i32,
  middle: f64,
  scale: f32,
  row: usize,
  stride: usize,
): void {
  store<f32>(row + stride - tail, 0);
  const half = row + ((<usize>width) << 2);
  for (let i = 0; i < width; i++) {
    const both = load<u8>(bytes + i);
    const at = (<usize>i) << 2;
    store<f32>(row + at, scale * <f32>(<f64>(both & 15) - middle));
    store<f32>(half + at, scale * <f32>(<f64>(both >> 4) - middle));
  }
}

/**
 * Adds the `count` rows whose numbers stand at `slots` to the sum at `sum`, in groups of four, then two, then one.
 * `isFirst` says that there is no sum yet. All calls for one sum but the last have a count that is a multiple of four.
 */
export function addRows(
  slots: usize,
  count: i32,
  rows: usize,
  stride: usize,
  sum: usize,
  isFirst: bool,
): void {
  for (; count >= 4; count -= 4) {
    const a = rowAt(slots, 0, rows, stride);
    const b = rowAt(slots, 1, rows, stride);
    const c = rowAt(slots, 2, rows, stride);
    const d = rowAt(slots, 3, rows, stride);
    for (let at: usize = 0; at < stride - tail; at += 16) {
      const two = f32x4.add(v128.load(a + at), v128.load(b + at));
      const value = f32x4.add(f32x4.add(two, v128.load(c + at)), v128.load(d + at));
      v128.store(sum + at, isFirst ? value : f32x4.add(v128.load(sum + at), value));
    }
    isFirst = false;
    slots += 16;
  }
  if (count >= 2) {
    const a = rowAt(slots, 0, rows, stride);
    const b = rowAt(slots, 1, rows, stride);
    for (let at: usize = 0; at < stride - tail; at += 16) {
      const value = f32x4.add(v128.load(a + at), v128.load(b + at));
      v128.store(sum + at, isFirst ? value : f32x4.add(v128.load(sum + at), value));
    }
    isFirst = false;
    slots += 8;
    count -= 2;
  }
  if (count === 0) return;
  const a = rowAt(slots, 0, rows, stride);
  for (let at: usize = 0; at < stride - tail; at += 16) {
    const value = v128.load(a + at);
    v128.store(sum + at, isFirst ? value : f32x4.add(v128.load(sum + at), value));
  }
}

function rowAt(slots: usize, index: usize, rows: usize, stride: usize): usize {
  return rows + <usize>load<i32>(slots + (index << 2)) * stride;
}

/** The length of a vector; the squares are added up one after the other. */
function lengthOf(vector: usize, dimension: i32): f32 {
  let square: f32 = 0;
  const end = vector + ((<usize>dimension) << 2);
  for (let at = vector; at < end; at += 4) {
    const value = load<f32>(at);
    square += value * value;
  }
  return sqrt<f32>(square);
}

/** The length of a row, which is worked out once: it takes longer than all else that is done with it. */
function lengthOfRow(row: usize, stride: usize, dimension: i32): f32 {
  const known = load<f32>(row + stride - tail);
  if (known !== 0) return known;
  const length = lengthOf(row, dimension);
  store<f32>(row + stride - tail, length);
  return length;
}

function divide(vector: usize, dimension: i32, divisor: f32, unit: usize): void {
  const bytes = (<usize>dimension) << 2;
  const by = f32x4.splat(divisor);
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(unit + at, f32x4.div(v128.load(vector + at), by));
  }
}

/**
 * Writes a sum divided by its length, which is taken for `least` at least, to `unit`, and returns the length. Up to
 * 12 bytes behind the unit vector are written to as well.
 */
export function writeUnit(sum: usize, dimension: i32, least: f32, unit: usize): f32 {
  const length = lengthOf(sum, dimension);
  divide(sum, dimension, max<f32>(length, least), unit);
  return length;
}

/**
 * Writes the unit vectors of `count` texts, one after the other, and their lengths. The slots of a text end where
 * `ends` says; a text without any gets zeros.
 */
export function writeUnits(
  slots: usize,
  ends: usize,
  count: i32,
  rows: usize,
  stride: usize,
  dimension: i32,
  least: f32,
  sum: usize,
  units: usize,
  lengths: usize,
): void {
  const bytes = (<usize>dimension) << 2;
  let from = 0;
  for (let text = 0; text < count; text++) {
    const end = load<i32>(ends + ((<usize>text) << 2));
    let length: f32 = 0;
    if (end === from) memory.fill(units, 0, bytes);
    else if (end - from === 1) {
      const row = rowAt(slots, from, rows, stride);
      length = lengthOfRow(row, stride, dimension);
      divide(row, dimension, max<f32>(length, least), units);
    } else {
      addRows(slots + ((<usize>from) << 2), end - from, rows, stride, sum, true);
      length = writeUnit(sum, dimension, least, units);
    }
    store<f32>(lengths + ((<usize>text) << 2), length);
    units += bytes;
    from = end;
  }
}
