/** How the programs of the aligner read and write arrays: an address, and a position in the array that begins there. */

/** Reads from an array of 32-bit integers. */
export function intAt(list: usize, at: i32): i32 {
  return load<i32>(list + ((<usize>at) << 2));
}

/** Writes to an array of 32-bit integers. */
export function setInt(list: usize, at: i32, value: i32): void {
  store<i32>(list + ((<usize>at) << 2), value);
}

/** Reads from an array of bytes. */
export function byteAt(list: usize, at: i32): i32 {
  return load<u8>(list + <usize>at);
}

/** Writes to an array of bytes. */
export function setByte(list: usize, at: i32, value: i32): void {
  store<u8>(list + <usize>at, value);
}

/** Reads from an array of 64-bit floats. */
export function floatAt(list: usize, at: i32): f64 {
  return load<f64>(list + ((<usize>at) << 3));
}

/** Writes to an array of 64-bit floats. */
export function setFloat(list: usize, at: i32, value: f64): void {
  store<f64>(list + ((<usize>at) << 3), value);
}

/** Reads from an array of 32-bit floats. */
export function singleAt(list: usize, at: i32): f64 {
  return load<f32>(list + ((<usize>at) << 2));
}

/** Writes to an array of 32-bit floats. */
export function setSingle(list: usize, at: i32, value: f64): void {
  store<f32>(list + ((<usize>at) << 2), <f32>value);
}
