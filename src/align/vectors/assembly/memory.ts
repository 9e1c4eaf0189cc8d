/** How arrays in memory are read and written. */

export function double(base: usize, at: i32): f64 {
  return load<f64>(base + ((<usize>at) << 3));
}

export function setDouble(base: usize, at: i32, value: f64): void {
  store<f64>(base + ((<usize>at) << 3), value);
}

export function float(base: usize, at: i32): f64 {
  return load<f32>(base + ((<usize>at) << 2));
}

export function setFloat(base: usize, at: i32, value: f64): void {
  store<f32>(base + ((<usize>at) << 2), <f32>value);
}

export function integer(base: usize, at: i32): i32 {
  return load<i32>(base + ((<usize>at) << 2));
}

export function setInteger(base: usize, at: i32, value: i32): void {
  store<i32>(base + ((<usize>at) << 2), value);
}
