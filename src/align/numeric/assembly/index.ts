/**
 * What the units of a layer add up, before tanh (see hidden-layer.ts). Arguments are addresses of 64-bit floats, but
 * for `used`, which has room for a 32-bit integer an input.
 */

/** Where free memory begins. */
export function freeFrom(): usize {
  return __heap_base;
}

/**
 * Writes bias + weights . inputs to `sums`. Weights stand four units together, by input; `unitCount` is a multiple of
 * four. Inputs that are 0 cost nothing.
 */
export function addUp(
  inputs: usize,
  inputCount: i32,
  used: usize,
  weights: usize,
  bias: usize,
  unitCount: i32,
  sums: usize,
): void {
  let count = 0;
  for (let f = 0; f < inputCount; f++) {
    if (load<f64>(inputs + ((<usize>f) << 3)) == 0) continue;
    store<i32>(used + ((<usize>count) << 2), f);
    count++;
  }
  for (let unit = 0; unit < unitCount; unit += 4) {
    const first = weights + ((<usize>unit * inputCount) << 3);
    const at = (<usize>unit) << 3;
    let low = v128.load(bias + at);
    let high = v128.load(bias + at, 16);
    for (let k = 0; k < count; k++) {
      const f = load<i32>(used + ((<usize>k) << 2));
      const value = f64x2.splat(load<f64>(inputs + ((<usize>f) << 3)));
      const here = first + ((<usize>f) << 5);
      low = f64x2.add(low, f64x2.mul(v128.load(here), value));
      high = f64x2.add(high, f64x2.mul(v128.load(here, 16), value));
    }
    v128.store(sums + at, low);
    v128.store(sums + at, high, 16);
  }
}
