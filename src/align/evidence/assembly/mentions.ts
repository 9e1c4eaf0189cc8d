import { Ints } from './memory';

/** Numbered items of each sentence: `ids[offsets[i]..offsets[i + 1]]`. */
@unmanaged
export class Mentions {
  ids: Ints = changetype<Ints>(0);
  offsets: Ints = changetype<Ints>(0);
  sentences: i32;
  /** One more than the highest number. */
  items: i32;
}
