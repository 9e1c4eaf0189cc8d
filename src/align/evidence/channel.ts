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

/** What a bead's two sides have in common in a channel, by weight. */
export interface Shared {
  /** On both sides. */
  readonly found: number;
  /** On the first side only, though a partner exists in the text. */
  readonly lackingB: number;
  /** On the second side only. */
  readonly lackingA: number;
  /** How much of what is missing the sentences just outside the bead would supply. */
  readonly leak: number;
}

/** Compares spans of a channel. Holds scratch memory; one instance serves many comparisons. */
export class ChannelReader {
  readonly #stampA: Int32Array;
  readonly #stampB: Int32Array;
  #turn = 0;
  readonly #channel: Channel;
  readonly #shared = { found: 0, lackingB: 0, lackingA: 0, leak: 0 };

  constructor(channel: Channel) {
    this.#channel = channel;
    this.#stampA = new Int32Array(channel.weights.length);
    this.#stampB = new Int32Array(channel.weights.length);
  }

  /**
   * Compares the sides of the bead i..i+n-1 / j..j+m-1; the next call overwrites the result.
   * O(mentions in and beside the bead).
   */
  read(i: number, n: number, j: number, m: number): Shared {
    const { a, b, weights } = this.#channel;
    const stampA = this.#stampA;
    const stampB = this.#stampB;
    this.#turn += 2;
    const inside = this.#turn;
    const done = this.#turn + 1;
    stamp(a, i, i + n, stampA, inside);
    stamp(b, j, j + m, stampB, inside);
    let found = 0;
    let lackingB = 0;
    let lackingA = 0;
    let leak = 0;
    for (let k = a.offsets[i]!; k < a.offsets[i + n]!; k++) {
      const id = a.ids[k]!;
      if (stampA[id] === done) continue;
      stampA[id] = done;
      if (stampB[id] === inside) found += weights[id]!;
      else {
        lackingB += weights[id]!;
        if (mentions(b, j - 1, id) || mentions(b, j + m, id)) leak += weights[id]!;
      }
    }
    for (let k = b.offsets[j]!; k < b.offsets[j + m]!; k++) {
      const id = b.ids[k]!;
      if (stampB[id] === done) continue;
      stampB[id] = done;
      // The loop above stamped the items of both sides `done` on the first side.
      if (stampA[id] === done) continue;
      lackingA += weights[id]!;
      if (mentions(a, i - 1, id) || mentions(a, i + n, id)) leak += weights[id]!;
    }
    const shared = this.#shared;
    shared.found = found;
    shared.lackingB = lackingB;
    shared.lackingA = lackingA;
    shared.leak = leak;
    return shared;
  }
}

function stamp(side: Mentions, from: number, to: number, stamps: Int32Array, value: number): void {
  for (let k = side.offsets[from]!; k < side.offsets[to]!; k++) stamps[side.ids[k]!] = value;
}

function mentions(side: Mentions, sentence: number, id: number): boolean {
  if (sentence < 0 || sentence + 1 >= side.offsets.length) return false;
  for (let k = side.offsets[sentence]!; k < side.offsets[sentence + 1]!; k++) {
    if (side.ids[k] === id) return true;
  }
  return false;
}
