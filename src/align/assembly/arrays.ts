/** How the programs of the aligner read and write arrays: an address, and a position in the array that begins there. */

/** Of 32-bit integers. */
export function intAt(list: usize, at: i32): i32 {
  return load<i32>(list + ((<usize>at) << 2));
}

export function setInt(list: usize, at: i32, value: i32): void {
  store<i32>(list + ((<usize>at) << 2), value);
}

/** Of bytes. */
export function byteAt(list: usize, at: i32): i32 {
  return load<u8>(list + <usize>at);
}

export function setByte(list: usize, at: i32, value: i32): void {
  store<u8>(list + <usize>at, value);
}

/** Of 64-bit floats. */
export function floatAt(list: usize, at: i32): f64 {
  return load<f64>(list + ((<usize>at) << 3));
}

export function setFloat(list: usize, at: i32, value: f64): void {
  store<f64>(list + ((<usize>at) << 3), value);
}

/** Of 32-bit floats. */
export function singleAt(list: usize, at: i32): f64 {
  return load<f32>(list + ((<usize>at) << 2));
}

export function setSingle(list: usize, at: i32, value: f64): void {
  store<f32>(list + ((<usize>at) << 2), <f32>value);
}
