/** Number of units summed in parallel: one at a time, each addition would wait for the last. */
const lanes = 4;

/**
 * A layer of tanh units between inputs and one output: out . tanh(W x + b). Zero inputs cost
 * nothing. Sums follow the order of inputs and units, so results are the same on every machine.
 */
export class HiddenLayer {
  /** To be filled before `add`. */
  readonly inputs: Float64Array;
  /** `lanes` units together, by input; units that pad the last lanes are 0. */
  readonly #weights: Float64Array;
  readonly #bias: Float64Array;
  readonly #out: Float64Array;
  readonly #sums: Float64Array;
  /** The inputs that are not 0. */
  readonly #used: Int32Array;

  /** @param weightOf weight of an input of a unit */
  constructor(
    inputs: number,
    bias: readonly number[],
    out: readonly number[],
    weightOf: (unit: number, input: number) => number,
  ) {
    const units = Math.ceil(bias.length / lanes) * lanes;
    this.inputs = new Float64Array(inputs);
    this.#used = new Int32Array(inputs);
    this.#weights = new Float64Array(units * inputs);
    this.#bias = new Float64Array(units);
    this.#bias.set(bias);
    this.#out = Float64Array.from(out);
    this.#sums = new Float64Array(units);
    for (let unit = 0; unit < bias.length; unit++) {
      const start = (unit - (unit % lanes)) * inputs + (unit % lanes);
      for (let f = 0; f < inputs; f++) this.#weights[start + f * lanes] = weightOf(unit, f);
    }
  }

  /** Adds the output of the units for `inputs` to `start`, one by one. O(inputs x units). */
  add(start: number): number {
    const { inputs } = this;
    const weights = this.#weights;
    const bias = this.#bias;
    const sums = this.#sums;
    const used = this.#used;
    let count = 0;
    for (let f = 0; f < inputs.length; f++) if (inputs[f] !== 0) used[count++] = f;
    const isDense = count === inputs.length;
    for (let unit = 0; unit < sums.length; unit += lanes) {
      const first = unit * inputs.length;
      let s0 = bias[unit]!;
      let s1 = bias[unit + 1]!;
      let s2 = bias[unit + 2]!;
      let s3 = bias[unit + 3]!;
      if (isDense) {
        for (let f = 0, at = first; f < count; f++, at += lanes) {
          const value = inputs[f]!;
          s0 += weights[at]! * value;
          s1 += weights[at + 1]! * value;
          s2 += weights[at + 2]! * value;
          s3 += weights[at + 3]! * value;
        }
      } else {
        for (let k = 0; k < count; k++) {
          const at = first + used[k]! * lanes;
          const value = inputs[used[k]!]!;
          s0 += weights[at]! * value;
          s1 += weights[at + 1]! * value;
          s2 += weights[at + 2]! * value;
          s3 += weights[at + 3]! * value;
        }
      }
      sums[unit] = s0;
      sums[unit + 1] = s1;
      sums[unit + 2] = s2;
      sums[unit + 3] = s3;
    }
    const out = this.#out;
    let total = start;
    for (let unit = 0; unit < out.length; unit++) total += out[unit]! * Math.tanh(sums[unit]!);
    return total;
  }
}
