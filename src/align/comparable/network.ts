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

const layers = new WeakMap<Network, HiddenLayer>();

/** The layer of a network, made once. */
function layerOf(network: Network): HiddenLayer {
  const known = layers.get(network);
  if (known !== undefined) return known;
  const { mean, scale, hidden, out, direct } = network;
  const width = mean.length;
  const layer = new HiddenLayer({
    bias: hidden.map((weights) => weights[width]!),
    out,
    weightOf: (unit, input) => hidden[unit]![input]!,
    direct: direct.slice(0, width),
    start: direct[width]!,
    scaling: { mean, scale, farthest },
  });
  layers.set(network, layer);
  return layer;
}

/** Runs the networks on every row and averages them: log odds, one per row. */
export function runNetworks(
  networks: readonly Network[],
  rows: Float32Array,
  width: number,
): Float32Array {
  const logits = new Float32Array(width === 0 ? 0 : rows.length / width);
  for (const network of networks) {
    const outputs = layerOf(network).run(rows, width);
    for (let row = 0; row < logits.length; row++) {
      logits[row] = logits[row]! + outputs[row]! / networks.length;
    }
  }
  return logits;
}
