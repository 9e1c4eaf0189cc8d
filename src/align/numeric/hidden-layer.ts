/** Units that are summed up side by side: each alone would wait for its own last addition. */
const lanes = 4;

/**
 * A layer of tanh units between inputs and one output: out . tanh(W x + b). Inputs that are 0 cost
 * nothing. Sums are taken in the order of inputs and units, so that results are the same everywhere.
 */
export class HiddenLayer {
  /** To be filled before `add`. */
  readonly inputs: Float64Array;
  /** `lanes` units together, by input; units that fill up the last lanes are 0. */
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

  /** What the units make of `inputs`, added to `start` one by one. O(inputs x units). */
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
