import {
  Copies,
  growTo,
  Layout,
  webAssemblyProgram,
  type ProgramMemory,
} from '../../webassembly.js';
import { programBase64 } from './program-code.js';

/** Number of units summed in parallel: one at a time, each addition would wait for the last. */
const lanes = 4;
/** Rows that are computed at a time. */
const rowsAtOnce = 64;

/** See `assembly/index.ts`. */
interface Program {
  readonly memory: ProgramMemory;
  freeFrom(): number;
  addUp(layer: number, rows: number, count: number, totals: number, sums: number): void;
}

const newProgram = webAssemblyProgram<Program>(programBase64);

/** The weights of a layer of tanh units between inputs and one output, to which inputs also lead directly. */
export interface LayerWeights {
  readonly bias: readonly number[];
  readonly out: readonly number[];
  /** Weight of an input of a unit. */
  readonly weightOf: (unit: number, input: number) => number;
  /** One weight an input. */
  readonly direct: ArrayLike<number>;
  readonly start: number;
  /** How inputs are scaled first, and how large they then are at most. */
  readonly scaling?: {
    readonly mean: ArrayLike<number>;
    readonly scale: ArrayLike<number>;
    readonly farthest: number;
  };
}

/**
 * start + direct . x + out . tanh(W x + b). Inputs that are zero cost nothing. Sums follow the order of inputs and
 * units, so results are the same on every machine.
 */
export class HiddenLayer {
  readonly #rows: Float32Array;
  readonly #out: Float64Array;
  readonly #totals: Float64Array;
  readonly #sums: Float64Array;
  /** Writes the totals and the sums of the units for so many rows. */
  readonly #addUp: (rows: number) => void;

  constructor({ bias, out, weightOf, direct, start, scaling }: LayerWeights) {
    const inputs = direct.length;
    const units = Math.ceil(bias.length / lanes) * lanes;
    const program = newProgram();
    const layout = new Layout(program.freeFrom());
    const copies = new Copies(layout);
    const floats = (values: ArrayLike<number>): number => copies.add(Float64Array.from(values));
    const layer = copies.table(
      inputs,
      units,
      copies.add(packWeights(inputs, bias.length, weightOf)),
      floats([...bias, ...new Array<number>(units - bias.length).fill(0)]),
      floats(direct),
      floats([start]),
      scaling === undefined ? 0 : floats(scaling.mean),
      scaling === undefined ? 0 : floats(scaling.scale),
      floats([scaling?.farthest ?? Infinity]),
      layout.reserve(inputs * Float64Array.BYTES_PER_ELEMENT),
      layout.reserve(inputs * Int32Array.BYTES_PER_ELEMENT),
    );
    const rowsAt = layout.reserve(rowsAtOnce * inputs * Float32Array.BYTES_PER_ELEMENT);
    const totalsAt = layout.reserve(rowsAtOnce * Float64Array.BYTES_PER_ELEMENT);
    const sumsAt = layout.reserve(rowsAtOnce * units * Float64Array.BYTES_PER_ELEMENT);
    growTo(program.memory, layout.end);
    copies.write(program.memory);
    const { buffer } = program.memory;
    this.#rows = new Float32Array(buffer, rowsAt, rowsAtOnce * inputs);
    this.#totals = new Float64Array(buffer, totalsAt, rowsAtOnce);
    this.#sums = new Float64Array(buffer, sumsAt, rowsAtOnce * units);
    this.#out = new Float64Array(units);
    this.#out.set(out);
    this.#addUp = (rows) => program.addUp(layer, rowsAt, rows, totalsAt, sumsAt);
  }

  /** The output for each row of inputs. O(rows x inputs x units). */
  run(rows: Float32Array, width: number): Float64Array {
    const count = width === 0 ? 0 : rows.length / width;
    const outputs = new Float64Array(count);
    for (let from = 0; from < count; from += rowsAtOnce) {
      const to = Math.min(count, from + rowsAtOnce);
      this.#rows.set(rows.subarray(from * width, to * width));
      this.#addUp(to - from);
      outputs.set(this.#outputs(to - from), from);
    }
    return outputs;
  }

  #outputs(count: number): Float64Array {
    const [totals, sums, out] = [this.#totals, this.#sums, this.#out];
    for (let row = 0, at = 0; row < count; row++) {
      let total = totals[row]!;
      for (let unit = 0; unit < out.length; unit++) total += out[unit]! * Math.tanh(sums[at++]!);
      totals[row] = total;
    }
    return totals.subarray(0, count);
  }
}

/** Weights of `lanes` units together, by input; units that pad the last lanes are 0. */
function packWeights(
  inputs: number,
  units: number,
  weightOf: (unit: number, input: number) => number,
): Float64Array {
  const weights = new Float64Array(Math.ceil(units / lanes) * lanes * inputs);
  for (let unit = 0; unit < units; unit++) {
    const start = (unit - (unit % lanes)) * inputs + (unit % lanes);
    for (let f = 0; f < inputs; f++) weights[start + f * lanes] = weightOf(unit, f);
  }
  return weights;
}
