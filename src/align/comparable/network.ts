import { HiddenLayer } from '../numeric/hidden-layer.js';

/**
 * A small network as the fitting script writes it: scaled inputs, one hidden layer, direct
 * connections.
 */
export interface Network {
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  /** Hidden units: the weights of each input, then the bias. */
  readonly hidden: readonly (readonly number[])[];
  readonly out: readonly number[];
  /** Weights from the inputs directly to the output, then the bias. */
  readonly direct: readonly number[];
}

/**
 * Inputs are clipped to this many standard deviations: no training data were further out, and an
 * outlier must not dominate.
 */
const farthest = 8;

/** Runs the networks on every row and averages them: log odds, one per row. */
export function runNetworks(
  networks: readonly Network[],
  rows: Float32Array,
  width: number,
): Float32Array {
  const count = width === 0 ? 0 : rows.length / width;
  const logits = new Float32Array(count);
  for (const network of networks) {
    const { hidden } = network;
    const bias = hidden.map((weights) => weights[width]!);
    const layer = new HiddenLayer(width, bias, network.out, (unit, input) => hidden[unit]![input]!);
    const scaled = layer.inputs;
    const direct = Float64Array.from(network.direct);
    const mean = Float64Array.from(network.mean);
    const scale = Float64Array.from(network.scale);
    for (let row = 0; row < count; row++) {
      let logit = direct[width]!;
      for (let f = 0; f < width; f++) {
        const value = (rows[row * width + f]! - mean[f]!) / scale[f]!;
        scaled[f] = value < -farthest ? -farthest : value > farthest ? farthest : value;
        logit += scaled[f]! * direct[f]!;
      }
      logits[row] = logits[row]! + layer.add(logit) / networks.length;
    }
  }
  return logits;
}
