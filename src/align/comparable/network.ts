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
    const hidden = network.hidden.length;
    const inner = featureMajor(network.hidden, width);
    const activations = new Float64Array(inner.length / (width + 1));
    const direct = Float64Array.from(network.direct);
    const mean = Float64Array.from(network.mean);
    const scale = Float64Array.from(network.scale);
    for (let row = 0; row < count; row++) {
      let logit = direct[width]!;
      for (let f = 0; f < width; f++) {
        const value = (rows[row * width + f]! - mean[f]!) / scale[f]!;
        // Nothing seen in fitting lies further out; what does must not run away.
        scaled[f] = value < -8 ? -8 : value > 8 ? 8 : value;
        logit += scaled[f]! * direct[f]!;
      }
      activate(inner, scaled, activations);
      for (let h = 0; h < hidden; h++) logit += network.out[h]! * Math.tanh(activations[h]!);
      logits[row] = logits[row]! + logit / networks.length;
    }
  }
  return logits;
}

/** Hidden units that are summed up side by side: each alone would wait for its own last addition. */
const lanes = 4;

/** Weights by feature, bias last, `lanes` units together; units that fill up the last lane are 0. */
function featureMajor(hidden: readonly (readonly number[])[], width: number): Float64Array {
  const groups = Math.ceil(hidden.length / lanes);
  const inner = new Float64Array(groups * lanes * (width + 1));
  hidden.forEach((weights, h) => {
    const start = Math.floor(h / lanes) * lanes * (width + 1) + (h % lanes);
    for (let f = 0; f <= width; f++) inner[start + f * lanes] = weights[f]!;
  });
  return inner;
}

/** Sums of all hidden units: bias first, then the features in order. */
function activate(inner: Float64Array, scaled: Float64Array, out: Float64Array): void {
  const width = scaled.length;
  for (let h = 0; h < out.length; h += lanes) {
    let at = h * (width + 1);
    const bias = at + width * lanes;
    let [s0, s1, s2, s3] = [inner[bias]!, inner[bias + 1]!, inner[bias + 2]!, inner[bias + 3]!];
    for (let f = 0; f < width; f++, at += lanes) {
      const value = scaled[f]!;
      s0 += inner[at]! * value;
      s1 += inner[at + 1]! * value;
      s2 += inner[at + 2]! * value;
      s3 += inner[at + 3]! * value;
    }
    out[h] = s0;
    out[h + 1] = s1;
    out[h + 2] = s2;
    out[h + 3] = s3;
  }
}
