/** What the units of a layer add up, before tanh (see hidden-layer.ts), for rows of inputs. */

/** Where free memory begins. */
export function freeFrom(): usize {
  return __heap_base;
}

/** A layer: addresses of 64-bit floats, but for `used`, which has room for a 32-bit integer an input. */
@unmanaged
class Layer {
  inputCount: i32;
  /** A multiple of four. */
  unitCount: i32;
  /** Four units together, by input. */
  weights: usize;
  bias: usize;
  /** Weights of the inputs themselves, and what is added to them. */
  direct: usize;
  start: usize;
  /** What is taken from each input, and what it is then divided by; 0 where inputs stay as they are. */
  mean: usize;
  scale: usize;
  /** The largest absolute value of an input. */
  farthest: usize;
  /** Room for a row of inputs. */
  inputs: usize;
  used: usize;
}

/**
 * Writes start + direct . inputs of each row to `totals` and bias + weights . inputs to `sums`, row by row. Inputs are
 * 32-bit floats. Those that are 0 cost nothing.
 */
export function addUp(layer: Layer, rows: usize, count: i32, totals: usize, sums: usize): void {
  const width = (<usize>layer.inputCount) << 2;
  const sumsWidth = (<usize>layer.unitCount) << 3;
  for (let row = 0; row < count; row++) {
    const total = readRow(layer, rows);
    store<f64>(totals + ((<usize>row) << 3), total);
    addUnits(layer, collectUsed(layer), sums);
    rows += width;
    sums += sumsWidth;
  }
}

/** Takes over a row of inputs; returns what they add themselves. */
function readRow(layer: Layer, row: usize): f64 {
  let total = load<f64>(layer.start);
  const farthest = load<f64>(layer.farthest);
  for (let f = 0; f < layer.inputCount; f++) {
    const at = (<usize>f) << 3;
    let value: f64 = load<f32>(row + (at >> 1));
    if (layer.mean != 0) {
      value = (value - load<f64>(layer.mean + at)) / load<f64>(layer.scale + at);
      value = value < -farthest ? -farthest : value > farthest ? farthest : value;
    }
    store<f64>(layer.inputs + at, value);
    total += value * load<f64>(layer.direct + at);
  }
  return total;
}

/** Lists the inputs that are not 0; returns how many they are. */
function collectUsed(layer: Layer): i32 {
  let count = 0;
  for (let f = 0; f < layer.inputCount; f++) {
    if (load<f64>(layer.inputs + ((<usize>f) << 3)) == 0) continue;
    store<i32>(layer.used + ((<usize>count) << 2), f);
    count++;
  }
  return count;
}

function addUnits(layer: Layer, count: i32, sums: usize): void {
  for (let unit = 0; unit < layer.unitCount; unit += 4) {
    const first = layer.weights + ((<usize>(unit * layer.inputCount)) << 3);
    const at = (<usize>unit) << 3;
    let low = v128.load(layer.bias + at);
    let high = v128.load(layer.bias + at, 16);
    for (let k = 0; k < count; k++) {
      const f = load<i32>(layer.used + ((<usize>k) << 2));
      const value = f64x2.splat(load<f64>(layer.inputs + ((<usize>f) << 3)));
      const here = first + ((<usize>f) << 5);
      low = f64x2.add(low, f64x2.mul(v128.load(here), value));
      high = f64x2.add(high, f64x2.mul(v128.load(here, 16), value));
    }
    v128.store(sums + at, low);
    v128.store(sums + at, high, 16);
  }
}
