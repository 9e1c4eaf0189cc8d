import { growTo, Layout, webAssemblyProgram, type ProgramMemory } from '../../webassembly.js';
import { programBase64 } from './program-code.js';

/** Number of units summed in parallel: one at a time, each addition would wait for the last. */
const lanes = 4;

/** See `assembly/index.ts`. */
interface Program {
  readonly memory: ProgramMemory;
  freeFrom(): number;
  addUp(
    inputs: number,
    inputCount: number,
    used: number,
    weights: number,
    bias: number,
    unitCount: number,
    sums: number,
  ): void;
}

const newProgram = webAssemblyProgram<Program>(programBase64);

/**
 * A layer of tanh units between inputs and one output: out . tanh(W x + b). Zero inputs cost
 * nothing. Sums follow the order of inputs and units, so results are the same on every machine.
 */
export class HiddenLayer {
  /** To be filled before `add`. */
  readonly inputs: Float64Array;
  readonly #out: Float64Array;
  readonly #sums: Float64Array;
  /** Writes the sums of the units for the inputs. */
  readonly #addUp: () => void;

  /** @param weightOf weight of an input of a unit */
  constructor(
    inputs: number,
    bias: readonly number[],
    out: readonly number[],
    weightOf: (unit: number, input: number) => number,
  ) {
    const units = Math.ceil(bias.length / lanes) * lanes;
    const program = newProgram();
    const layout = new Layout(program.freeFrom());
    const inputsAt = layout.reserve(8 * inputs);
    const usedAt = layout.reserve(4 * inputs);
    const weightsAt = layout.reserve(8 * units * inputs);
    const biasAt = layout.reserve(8 * units);
    const sumsAt = layout.reserve(8 * units);
    growTo(program.memory, layout.end);
    const { buffer } = program.memory;
    this.inputs = new Float64Array(buffer, inputsAt, inputs);
    this.#sums = new Float64Array(buffer, sumsAt, units);
    this.#out = Float64Array.from(out);
    new Float64Array(buffer, biasAt, units).set(bias);
    // `lanes` units together, by input; units that pad the last lanes are 0.
    const weights = new Float64Array(buffer, weightsAt, units * inputs);
    for (let unit = 0; unit < bias.length; unit++) {
      const start = (unit - (unit % lanes)) * inputs + (unit % lanes);
      for (let f = 0; f < inputs; f++) weights[start + f * lanes] = weightOf(unit, f);
    }
    this.#addUp = () => program.addUp(inputsAt, inputs, usedAt, weightsAt, biasAt, units, sumsAt);
  }

  /** Adds the output of the units for `inputs` to `start`, one by one. O(inputs x units). */
  add(start: number): number {
    this.#addUp();
    const sums = this.#sums;
    const out = this.#out;
    let total = start;
    for (let unit = 0; unit < out.length; unit++) total += out[unit]! * Math.tanh(sums[unit]!);
    return total;
  }
}
