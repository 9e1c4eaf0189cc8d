/** Numbered items that each sentence mentions: `ids[offsets[i]..offsets[i + 1]]`. */
export interface Mentions {
  readonly ids: Int32Array;
  readonly offsets: Int32Array;
}

/** Items that both sides mention in the same way, or in ways known to mean the same. */
export interface Channel {
  readonly a: Mentions;
  readonly b: Mentions;
  /** The strength of the evidence if an item is found on both sides. */
  readonly weights: Float64Array;
}

/** The items of two channels over the same sentences. */
export function joinChannels(first: Channel, second: Channel): Channel {
  const shift = first.weights.length;
  const join = (x: Mentions, y: Mentions): Mentions => {
    const ids = new Int32Array(x.ids.length + y.ids.length);
    const offsets = x.offsets.map((offset, i) => offset + y.offsets[i]!);
    for (let i = 0; i + 1 < offsets.length; i++) {
      const own = x.ids.subarray(x.offsets[i], x.offsets[i + 1]);
      ids.set(own, offsets[i]);
      const more = y.ids.subarray(y.offsets[i], y.offsets[i + 1]);
      ids.set(
        more.map((id) => id + shift),
        offsets[i]! + own.length,
      );
    }
    return { ids, offsets };
  };
  const weights = new Float64Array(shift + second.weights.length);
  weights.set(first.weights);
  weights.set(second.weights, shift);
  return { a: join(first.a, second.a), b: join(first.b, second.b), weights };
}
