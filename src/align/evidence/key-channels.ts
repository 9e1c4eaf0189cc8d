import { hasDigit, toAsciiDigits } from '../../text/digits.js';
import { GrowingIds } from '../numeric/growing-ids.js';
import { NumberMap } from '../numeric/number-map.js';
import type { Side } from '../search/side.js';
import type { Channel, Mentions } from './channel.js';
import { withProgram } from './program.js';
import {
  codeBase,
  foldedKeys,
  keyLength,
  keyNumber,
  LetterCode,
  leastLetters,
  letterCode,
} from './folded-letters.js';

/** Numbers on either side, in digits of any script, without thousands separators and leading zeros. */
export function numberChannel(a: Side, b: Side): Channel {
  return keyChannel(a, b, addNumbers, true);
}

/** Words with similar spelling on both sides (names, loan words, cognates), by their first letters. */
export function lookalikeChannel(a: Side, b: Side): Channel {
  return keyChannel(a, b, addLookalikes, false);
}

function addNumbers(text: string, keys: Keys): void {
  if (!hasDigit(text)) return;
  const numbers = toAsciiDigits(text.normalize('NFKC')).match(/\d+(?:[.,'’\u00a0\u202f]\d{3})*/gu);
  for (const number of numbers ?? [])
    keys.add(number.replace(/\D/gu, '').replace(/^0+(?=\d)/u, ''));
}

/** Adds the keys of a text's words that have four letters or more. */
function addLookalikes(text: string, keys: Keys): void {
  let start = 0;
  let letters = 0;
  let key = 0;
  let isPlain = true;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? letterCode(text.charCodeAt(at)) : LetterCode.breaks;
    if (code > 0) {
      if (letters < keyLength) key = key * codeBase + code;
      letters++;
    } else if (code === LetterCode.special) isPlain = false;
    else if (code === LetterCode.breaks) {
      if (!isPlain) for (const each of foldedKeys(text.slice(start, at))) keys.addLetters(each);
      else if (letters >= leastLetters) {
        for (let k = letters; k < keyLength; k++) key *= codeBase;
        keys.addNumber(key);
      }
      start = at + 1;
      letters = 0;
      key = 0;
      isPlain = true;
    }
  }
}

/** Numbers for the keys of both sides, in the order in which they are first seen. */
class KeyNames {
  count = 0;
  readonly #ofTexts = new Map<string, number>();
  // Most texts are short: an empty table of its usual size takes longer than their words.
  readonly #ofNumbers = new NumberMap(1 << 10);

  ofText(key: string): number {
    const known = this.#ofTexts.get(key);
    if (known !== undefined) return known;
    this.#ofTexts.set(key, this.count);
    return this.count++;
  }

  ofNumber(key: number): number {
    const slot = this.#ofNumbers.slotOf(key);
    if (this.#ofNumbers.isUsed(slot)) return this.#ofNumbers.valueAt(slot);
    this.#ofNumbers.put(slot, key, this.count);
    return this.count++;
  }
}

/** The distinct keys of each sentence of a side. */
class Keys {
  readonly ids = new GrowingIds();
  readonly #names: KeyNames;
  /** The last sentence in which each key was seen, counted from 1. */
  readonly #seen: number[] = [];
  #sentence = 0;

  constructor(names: KeyNames) {
    this.#names = names;
  }

  beginSentence(): void {
    this.#sentence++;
  }

  add(key: string): void {
    this.#addName(this.#names.ofText(key));
  }

  /** Adds the key of a word. */
  addLetters(key: string): void {
    const number = keyNumber(key);
    if (number < 0) this.add(key);
    else this.addNumber(number);
  }

  /** Adds the key of a word as a number. */
  addNumber(key: number): void {
    this.#addName(this.#names.ofNumber(key));
  }

  #addName(name: number): void {
    if (this.#seen[name] === this.#sentence) return;
    this.#seen[name] = this.#sentence;
    this.ids.push(name);
  }
}

/** Keeps the keys that both sides have; numbers also count without a partner. */
function keyChannel(
  a: Side,
  b: Side,
  addKeys: (text: string, keys: Keys) => void,
  keepLone: boolean,
): Channel {
  const names = new KeyNames();
  const read = ({ sentences }: Side): Mentions => {
    const keys = new Keys(names);
    const offsets = new Int32Array(sentences.length + 1);
    sentences.forEach(({ text }, i) => {
      keys.beginSentence();
      addKeys(text, keys);
      offsets[i + 1] = keys.ids.length;
    });
    return { ids: keys.ids.values(), offsets };
  };
  const [keysA, keysB] = [read(a), read(b)];
  const sentences = a.sentences.length + b.sentences.length;
  return withProgram((program) => {
    const inA = program.putMentions(keysA, names.count);
    const inB = program.putMentions(keysB, names.count);
    const totals = program.reserve(4 * names.count);
    const kept = program.call.keepKeys(inA, inB, keepLone ? 1 : 0, totals);
    const weightOf = (total: number): number =>
      Math.log((sentences + 1) / total) / Math.log(sentences + 2);
    return {
      a: program.mentionsAt(inA),
      b: program.mentionsAt(inB),
      weights: Float64Array.from(program.integersAt(totals, kept), weightOf),
    };
  });
}
