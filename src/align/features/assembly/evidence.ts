/** Where the evidence stands in memory (see `feature-program.ts`, which writes these tables of addresses). */

/** Values that the clauses or the words of sentences have, each for a window of the other side. */
@unmanaged
export class Parts {
  /** Parts of sentence i: `offsets[i]..offsets[i + 1]`. */
  offsets: usize;
  /** Share or weight of each, 32-bit float. */
  weights: usize;
  /** The window of each sentence: its first sentence of the other side, and one past the last. */
  first: usize;
  end: usize;
  /** Where the cosines of each part begin, of 32 bits. */
  starts: usize;
  cosines: usize;
}

/** Everything that is known of one side. */
@unmanaged
export class Side {
  count: i32;
  /** 64-bit floats. */
  spans: usize;
  best: usize;
  lengths: usize;
  letters: usize;
  /** Bytes. */
  ending: usize;
  startsLow: usize;
  startsQuoted: usize;
  quoted: usize;
  inside: usize;
  begun: usize;
  endsQuoted: usize;
  clauses: Parts;
  words: Parts;
}

/** The items of one side in a channel, 32-bit integers, with a stamp for each item of the channel. */
@unmanaged
export class Mentions {
  count: i32;
  ids: usize;
  offsets: usize;
  stamps: usize;
}

/** Items that both sides may mention: numbers, similar words, terms. */
@unmanaged
export class Channel {
  /** What was stamped last. */
  turn: i32;
  a: Mentions;
  b: Mentions;
  weights: usize;
}

/** Products of sentences, as running sums along each row (see search/band.ts). */
@unmanaged
export class Band {
  first: usize;
  end: usize;
  offsets: usize;
  sums: usize;
}

/** All that features are computed from. */
@unmanaged
export class Evidence {
  band: Band;
  a: Side;
  b: Side;
  numbers: Channel;
  lookalikes: Channel;
  lexicon: Channel;
  /** Number of the first feature of each group, and how many features there are, 32-bit integers. */
  groups: usize;
}
