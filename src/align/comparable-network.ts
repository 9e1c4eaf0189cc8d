/** A small network as the fitting script writes it: inputs scaled, one hidden layer, a direct part. */
export interface Network {
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  /** Hidden units: weights of each input, then the bias. */
  readonly hidden: readonly (readonly number[])[];
  readonly out: readonly number[];
  /** Weights from the inputs straight to the result, then the bias. */
  readonly direct: readonly number[];
}

/** Runs the networks on every row and averages: log odds, one a row. */
export function runNetworks(
  networks: readonly Network[],
  rows: Float32Array,
  width: number,
): Float32Array {
  const count = width === 0 ? 0 : rows.length / width;
  const logits = new Float32Array(count);
  const scaled = new Float64Array(width);
  for (const network of networks) {
    const flat = network.hidden.map((weights) => Float64Array.from(weights));
    const direct = Float64Array.from(network.direct);
    for (let row = 0; row < count; row++) {
      let logit = direct[width]!;
      for (let f = 0; f < width; f++) {
        const value = (rows[row * width + f]! - network.mean[f]!) / network.scale[f]!;
        // Nothing seen in fitting lies further out; what does must not run away.
        scaled[f] = value < -8 ? -8 : value > 8 ? 8 : value;
        logit += scaled[f]! * direct[f]!;
      }
      for (let h = 0; h < flat.length; h++) {
        const weights = flat[h]!;
        let activation = weights[width]!;
        for (let f = 0; f < width; f++) activation += weights[f]! * scaled[f]!;
        logit += network.out[h]! * Math.tanh(activation);
      }
      logits[row] = logits[row]! + logit / networks.length;
    }
  }
  return logits;
}

/** Probability of log odds. */
export function toProbability(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
