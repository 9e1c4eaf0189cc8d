import { Bytes, Floats, Ints, Shorts } from './memory';
import { Text } from './text';

/** What a unit is (see unit-classes.ts). How a sentence ends that ends with it stands above these bits. */
const letter = 1;
const number = 2;
const lower = 4;
const space = 8;
const closing = 16;
const leading = 32;
const opening = 64;
const endingShift = 8;

const fullStop = 0x2e;
const hyphen = 0x2d;
/** Endings (see punctuation.ts). */
const stop = 1;
const ellipsis = 4;

/** What is read of each sentence. */
@unmanaged
export class Signs {
  ending: Bytes = changetype<Bytes>(0);
  startsLow: Bytes = changetype<Bytes>(0);
  startsQuoted: Bytes = changetype<Bytes>(0);
  letters: Floats = changetype<Floats>(0);
}

/** Lists the characters that are pairs of units as they come; counts them only where `list` is 0. */
export function listPairs(text: Text, list: Ints): i32 {
  let count = 0;
  for (let i = 0; i < text.sentences; i++) {
    const past = text.starts[i + 1];
    for (let at = text.starts[i]; at < past; at++) {
      if (!isPair(text.units, at, past)) continue;
      if (changetype<usize>(list) != 0) {
        const high = text.units[at] & 0x3ff;
        list[count] = 0x10000 + (high << 10) + (text.units[at + 1] & 0x3ff);
      }
      count++;
      at++;
    }
  }
  return count;
}

function isPair(units: Shorts, at: i32, past: i32): bool {
  return (units[at] & 0xfc00) == 0xd800 && at + 1 < past && (units[at + 1] & 0xfc00) == 0xdc00;
}

/**
 * Reads the punctuation of sentences. O(text).
 *
 * @param classes of units
 * @param pairs classes of the characters that `listPairs` lists
 */
export function readSigns(text: Text, classes: Shorts, pairs: Bytes, signs: Signs): void {
  const units = text.units;
  let nextPair = 0;
  for (let i = 0; i < text.sentences; i++) {
    const start = text.starts[i];
    const past = text.starts[i + 1];
    signs.ending[i] = endingOf(units, classes, start, past);
    signs.startsQuoted[i] = i32(startsQuoted(units, classes, start, past));
    let letters = 0;
    let spaces = 0;
    // The first letter or digit.
    let first = 0;
    for (let at = start; at < past; at++) {
      let kind = classes[units[at]];
      if (isPair(units, at, past)) {
        kind = pairs[nextPair++];
        at++;
      }
      if ((kind & letter) != 0) letters++;
      else if ((kind & space) != 0) spaces++;
      if (first == 0 && (kind & (letter | number)) != 0) first = kind;
    }
    signs.startsLow[i] = i32((first & lower) != 0);
    const length = past - start - spaces;
    if (length > 0) signs.letters[i] = <f64>letters / <f64>length;
  }
}

function endingOf(units: Shorts, classes: Shorts, start: i32, past: i32): i32 {
  let end = past;
  while (end > start && (classes[units[end - 1]] & closing) != 0) end--;
  if (end == start) return 0;
  const last = units[end - 1];
  const ending = classes[last] >> endingShift;
  if (ending != stop || last != fullStop || end - start < 2) return ending;
  const before = units[end - 2];
  if (before == fullStop) return ellipsis;
  const isSpaced = end - start > 2 && (classes[before] & space) != 0 && units[end - 3] == fullStop;
  return isSpaced ? ellipsis : stop;
}

/** Whether a sentence begins with a quotation mark or a dash. */
function startsQuoted(units: Shorts, classes: Shorts, start: i32, past: i32): bool {
  let at = start;
  while (at < past && (classes[units[at]] & leading) != 0) at++;
  if (at == past) return false;
  if ((classes[units[at]] & opening) != 0) return true;
  return units[at] == hyphen && at + 1 < past && (classes[units[at + 1]] & space) != 0;
}
