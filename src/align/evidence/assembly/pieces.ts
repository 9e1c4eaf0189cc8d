import { Ints } from './memory';

/** The pieces of a side's sentences. */
@unmanaged
export class Pieces {
  sentences: i32;
  /** Number of each sentence of the side in `offsets`. */
  positions: Ints = changetype<Ints>(0);
  offsets: Ints = changetype<Ints>(0);
  ids: Ints = changetype<Ints>(0);
  /** Number of distinct pieces. */
  count: i32;

  /** Where the pieces of a sentence of the side begin in `ids`. */
  startOf(sentence: i32): i32 {
    return this.offsets[this.positions[sentence]];
  }

  endOf(sentence: i32): i32 {
    return this.offsets[this.positions[sentence] + 1];
  }
}
