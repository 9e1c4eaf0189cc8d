import { Ints, Shorts } from './memory';

/** The sentences of a text in UTF-16. */
@unmanaged
export class Text {
  sentences: i32;
  /** Where each sentence begins, and where the last one ends. */
  starts: Ints = changetype<Ints>(0);
  units: Shorts = changetype<Shorts>(0);
}

/**
 * Lists the distinct units of a text that a table has no entry for, which is 0, each once.
 *
 * @param table of all units; those that are listed are given an entry
 * @returns how many there are
 */
export function listUnknown(text: Text, table: Shorts, list: Shorts): i32 {
  const units = text.units;
  const past = text.starts[text.sentences];
  let count = 0;
  for (let at = 0; at < past; at++) {
    const unit = units[at];
    if (table[unit] != 0) continue;
    table[unit] = 1;
    list[count++] = unit;
  }
  return count;
}
