import { Ints } from './memory';
import { Mentions } from './mentions';

/**
 * Keeps the keys that both sides have, all with `keepLone`, and numbers them in order of appearance.
 *
 * @param totals is given the number of sentences with each key that is kept
 * @returns the number of keys
 */
export function keepKeys(a: Mentions, b: Mentions, keepLone: bool, totals: Ints): i32 {
  const inA = countKeys(a);
  const inB = countKeys(b);
  /** 1 + number, 0 if there is none yet. */
  const kept = Ints.of(a.items);
  const count = keep(a, inA, inB, keepLone, kept, totals, 0);
  return keep(b, inA, inB, keepLone, kept, totals, count);
}

/** In how many sentences each key is. */
function countKeys(side: Mentions): Ints {
  const counts = Ints.of(side.items);
  const past = side.offsets[side.sentences];
  for (let k = 0; k < past; k++) {
    const key = side.ids[k];
    counts[key] = counts[key] + 1;
  }
  return counts;
}

function keep(
  side: Mentions,
  inA: Ints,
  inB: Ints,
  keepLone: bool,
  kept: Ints,
  totals: Ints,
  known: i32,
): i32 {
  const ids = side.ids;
  const offsets = side.offsets;
  let used = 0;
  let k = 0;
  for (let i = 0; i < side.sentences; i++) {
    const past = offsets[i + 1];
    for (; k < past; k++) {
      const key = ids[k];
      const a = inA[key];
      const b = inB[key];
      if (!keepLone && (a == 0 || b == 0)) continue;
      if (kept[key] == 0) {
        totals[known] = a + b;
        kept[key] = ++known;
      }
      ids[used++] = kept[key] - 1;
    }
    offsets[i + 1] = used;
  }
  return known;
}
