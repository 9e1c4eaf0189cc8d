/**
 * The words of texts and their tokens, in a few long arrays. A text has ten times as many words as different ones: known
 * ones are found by their characters, without making a string of each.
 */
import { doubled } from '../runtime/piece-index.js';

/** Most words, and most units and tokens of words: beyond any of them a table is full. About 20 MB. */
const mostWords = 1 << 17;
const mostKept = 1 << 21;
/** A long text has more words that recur: its table may be so many times as large. */
const timesForMany = 2;

/** What is kept of a word beside its hash, and how many numbers all that is. */
const [start, length, idEnd, wordFields] = [1, 2, 3, 4];

const hashSeed = 0x811c9dc5 | 0;
const hashPrime = 0x01000193;

/** A hash of part of a text. */
export function hashOfWord(text: string, from: number, to: number): number {
  let hash = hashSeed;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), hashPrime);
  return hash;
}

/** Words by number, in the order in which they were added. */
export class WordTable {
  #units = new Uint16Array(1 << 16);
  #usedUnits = 0;
  /**
   * By word, side by side, as one of them is hardly ever read without the others: its hash, where it begins in `#units`, its
   * length there, and where its tokens end in `#ids`; they begin where those of the word before end.
   */
  #words = new Int32Array(wordFields << 12);
  #size = 0;
  /** Hash -> 1 + word; open addressing, at most half full. */
  #slots = new Int32Array(1 << 13);
  #ids = new Int32Array(1 << 14);
  #withTokens = 0;

  /** Number of words. */
  get size(): number {
    return this.#size;
  }

  /**
   * Whether it is time to start afresh.
   *
   * @param ofMany whether its texts are some of many thousands
   */
  isFull(ofMany: boolean): boolean {
    const times = ofMany ? timesForMany : 1;
    const most = times * mostKept;
    return this.#size >= times * mostWords || this.#usedUnits >= most || this.#usedIds >= most;
  }

  get #usedIds(): number {
    return this.#firstToken(this.#withTokens);
  }

  /** The number of a word, -1 if it is not there. */
  find(text: string, from: number, to: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let at = slotOf(hash) & mask; ; at = (at + 1) & mask) {
      const word = (slots[at] ?? 0) - 1;
      if (word < 0) return -1;
      if (this.#words[word * wordFields] === hash && this.#is(word, text, from, to)) return word;
    }
  }

  /** Adds a word that is not there; its tokens must follow before those of the next. */
  add(text: string, from: number, to: number, hash: number): number {
    const word = this.addNameless();
    while (this.#usedUnits + to - from > this.#units.length) {
      const larger = new Uint16Array(2 * this.#units.length);
      larger.set(this.#units);
      this.#units = larger;
    }
    this.#words[word * wordFields] = hash;
    this.#words[word * wordFields + start] = this.#usedUnits;
    this.#words[word * wordFields + length] = to - from;
    for (let at = from; at < to; at += 1) this.#units[this.#usedUnits++] = text.charCodeAt(at);
    if (2 * this.#size > this.#slots.length) this.#grow();
    else this.#file(word);
    return word;
  }

  /** Adds a word that will not be found, as it is too long to recur. */
  addNameless(): number {
    if (this.#size * wordFields === this.#words.length) this.#words = doubled(this.#words);
    return this.#size++;
  }

  /** Sets the tokens of the first word that has none yet. */
  addTokens(ids: readonly number[]): void {
    let end = this.#usedIds;
    while (end + ids.length > this.#ids.length) this.#ids = doubled(this.#ids);
    for (const id of ids) this.#ids[end++] = id;
    this.#words[this.#withTokens++ * wordFields + idEnd] = end;
  }

  /** Number of a word's tokens. */
  tokenCount(word: number): number {
    return (this.#words[word * wordFields + idEnd] ?? 0) - this.#firstToken(word);
  }

  /** Copies a word's tokens into an array that has room for them. */
  copyTokens(word: number, target: Int32Array, at: number): void {
    const end = this.#words[word * wordFields + idEnd] ?? 0;
    for (let i = this.#firstToken(word); i < end; i += 1) target[at++] = this.#ids[i] ?? 0;
  }

  #firstToken(word: number): number {
    return word === 0 ? 0 : (this.#words[(word - 1) * wordFields + idEnd] ?? 0);
  }

  #is(word: number, text: string, from: number, to: number): boolean {
    const own = word * wordFields;
    if (this.#words[own + length] !== to - from) return false;
    const units = this.#units;
    let place = this.#words[own + start] ?? 0;
    for (let at = from; at < to; at += 1) if (units[place++] !== text.charCodeAt(at)) return false;
    return true;
  }

  #file(word: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let at = slotOf(this.#words[word * wordFields] ?? 0) & mask;
    while (slots[at] !== 0) at = (at + 1) & mask;
    slots[at] = word + 1;
  }

  #grow(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (let word = 0; word < this.#size; word += 1)
      if (this.#words[word * wordFields + length] !== 0) this.#file(word);
  }
}

/** The low bits of such a hash are poor: the high ones are mixed in. */
function slotOf(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 7;
}
