import { Floats, Ints, reserve, Shorts } from './memory';
import { Mentions } from './mentions';
import { Text } from './text';

/** See folded-letters.ts. */
const leastLetters = 4;
const keyLength = 5;
const codeBase: i64 = 1024;
const breaks = -1;
const special = -3;

/** The words of a text that have a key or must be folded as texts, one after the other. */
@unmanaged
class Words {
  units: Shorts = changetype<Shorts>(0);
  codes: Shorts = changetype<Shorts>(0);
  at: i32;
  past: i32;
  start: i32;
  end: i32;
  key: i64;
  isPlain: bool;

  static of(text: Text, codes: Shorts): Words {
    const words = changetype<Words>(reserve(<i32>offsetof<Words>()));
    words.units = text.units;
    words.codes = codes;
    return words;
  }

  begin(start: i32, past: i32): void {
    this.at = start;
    this.past = past;
  }

  /** Goes on to the next word of the sentence; false if there is none. */
  next(): bool {
    const past = this.past;
    let start = this.at;
    let letters = 0;
    let key: i64 = 0;
    let isPlain = true;
    for (let at = start; at <= past; at++) {
      const code = at < past ? <i32>(<i16>this.codes[this.units[at]]) : breaks;
      if (code > 0) {
        if (letters < keyLength) key = key * codeBase + <i64>code;
        letters++;
      } else if (code == special) isPlain = false;
      else if (code == breaks) {
        if (!isPlain || letters >= leastLetters) {
          for (let k = letters; k < keyLength; k++) key *= codeBase;
          this.start = start;
          this.end = at;
          this.at = at + 1;
          this.key = key;
          this.isPlain = isPlain;
          return true;
        }
        start = at + 1;
        letters = 0;
        key = 0;
      }
    }
    this.at = past + 1;
    return false;
  }
}

/** Lists where the words that must be folded as texts begin and end; counts them only where `list` is 0. */
export function listSpecialWords(text: Text, codes: Shorts, list: Ints): i32 {
  const words = Words.of(text, codes);
  let count = 0;
  for (let i = 0; i < text.sentences; i++) {
    words.begin(text.starts[i], text.starts[i + 1]);
    while (words.next()) {
      if (words.isPlain) continue;
      if (changetype<usize>(list) != 0) {
        list[2 * count] = words.start;
        list[2 * count + 1] = words.end;
      }
      count++;
    }
  }
  return count;
}

/** Keys of the words that are folded as texts: of word k from `offsets[k]` to `offsets[k + 1]`. */
@unmanaged
export class SpecialKeys {
  keys: Floats = changetype<Floats>(0);
  offsets: Ints = changetype<Ints>(0);
}

/** Numbers of keys, in the order in which they are first seen: a hash table. */
@unmanaged
class KeyNames {
  count: i32;
  mask: i32;
  /** Of each slot the key, 1 + its number (0: free), and the last sentence in which it was seen. */
  slots: usize;

  static make(): KeyNames {
    const names = changetype<KeyNames>(reserve(<i32>offsetof<KeyNames>()));
    names.mask = 1023;
    names.slots = reserve(1024 << 4);
    return names;
  }

  /** The number of a key if this sentence has not had it yet, otherwise -1. */
  nameIn(sentence: i32, key: i64): i32 {
    const slot = this.slotOf(key);
    const name = load<i32>(slot, 8);
    if (name == 0) {
      store<i64>(slot, key);
      store<i32>(slot, ++this.count, 8);
      store<i32>(slot, sentence, 12);
      const own = this.count - 1;
      if (this.count * 2 > this.mask) this.grow();
      return own;
    }
    if (load<i32>(slot, 12) == sentence) return -1;
    store<i32>(slot, sentence, 12);
    return name - 1;
  }

  slotOf(key: i64): usize {
    const hash = <u64>key * 0x9e3779b97f4a7c15;
    let at = (<i32>(hash >> 32)) & this.mask;
    let slot = this.slots + ((<usize>at) << 4);
    while (load<i32>(slot, 8) != 0 && load<i64>(slot) != key) {
      at = (at + 1) & this.mask;
      slot = this.slots + ((<usize>at) << 4);
    }
    return slot;
  }

  grow(): void {
    const old = this.slots;
    const size = this.mask + 1;
    this.mask = 2 * size - 1;
    this.slots = reserve(size << 5);
    for (let at = 0; at < size; at++) {
      const from = old + ((<usize>at) << 4);
      if (load<i32>(from, 8) == 0) continue;
      v128.store(this.slotOf(load<i64>(from)), v128.load(from));
    }
  }
}

/**
 * Writes the distinct keys of the words of each sentence to `inA` and `inB`.
 *
 * @returns the number of keys
 */
export function findLookalikes(
  a: Text,
  b: Text,
  codes: Shorts,
  specialA: SpecialKeys,
  specialB: SpecialKeys,
  inA: Mentions,
  inB: Mentions,
): i32 {
  const names = KeyNames.make();
  addKeys(a, codes, specialA, names, inA, 1);
  addKeys(b, codes, specialB, names, inB, a.sentences + 1);
  inA.items = names.count;
  inB.items = names.count;
  return names.count;
}

function addKeys(
  text: Text,
  codes: Shorts,
  specialKeys: SpecialKeys,
  names: KeyNames,
  mentions: Mentions,
  firstTurn: i32,
): void {
  const words = Words.of(text, codes);
  const ids = mentions.ids;
  let used = 0;
  let folded = 0;
  for (let i = 0; i < text.sentences; i++) {
    words.begin(text.starts[i], text.starts[i + 1]);
    while (words.next()) {
      if (words.isPlain) {
        const name = names.nameIn(firstTurn + i, words.key);
        if (name >= 0) ids[used++] = name;
        continue;
      }
      for (let k = specialKeys.offsets[folded]; k < specialKeys.offsets[folded + 1]; k++) {
        const name = names.nameIn(firstTurn + i, <i64>specialKeys.keys[k]);
        if (name >= 0) ids[used++] = name;
      }
      folded++;
    }
    mentions.offsets[i + 1] = used;
  }
}
