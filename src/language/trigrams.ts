/**
 * franc's measure of how far a text is from a language, for very many short texts: the same numbers, but trigrams are
 * neither cut out of the text nor sorted, and each is looked up once for all languages.
 */
import { isWhiteSpace } from '../text/white-space.js';

/** What franc counts for a trigram that a language lacks. */
const missing = 300;
/** When this many trigrams are known, those that are in no language are forgotten. */
const mostKnown = 1 << 16;

/** The distances of a text from the languages of one script. */
export class TrigramDistances {
  /** Of the text measured last, by language: franc's distance, not yet divided by the length. */
  readonly distances: Float64Array;
  /** By trigram, its three units. */
  #units = new Uint16Array(3 << 13);
  /** Hash -> 1 + trigram; open addressing, at most half full. */
  #slots = new Int32Array(1 << 14);
  #known = 0;
  /** Trigrams with lower numbers are in languages. */
  readonly #inLanguages: number;
  /** By trigram: where its languages begin in `#at` and `#ranks`; one more entry for the end. */
  readonly #offsets: Int32Array;
  readonly #at: Uint8Array;
  readonly #ranks: Uint16Array;
  /** By trigram: how often the text has it; all zero between texts. */
  #counts = new Int32Array(1 << 13);
  /** The different trigrams of the text. */
  #own = new Int32Array(1024);
  #ownCount = 0;

  /** @param profiles by language, its most frequent trigrams in order, with a `|` between; null if franc lacks it */
  constructor(profiles: readonly (string | null)[]) {
    this.distances = new Float64Array(profiles.length);
    const lists = profiles.map((profile) =>
      Int32Array.from(profile?.split('|') ?? [], (text) =>
        this.#number(text.charCodeAt(0), text.charCodeAt(1), text.charCodeAt(2)),
      ),
    );
    this.#inLanguages = this.#known;
    const counts = new Int32Array(this.#known);
    for (const list of lists) for (const each of list) counts[each] = (counts[each] ?? 0) + 1;
    this.#offsets = new Int32Array(this.#known + 1);
    let sum = 0;
    for (let each = 0; each < this.#known; each++) {
      sum += counts[each] ?? 0;
      this.#offsets[each + 1] = sum;
    }
    this.#at = new Uint8Array(sum);
    this.#ranks = new Uint16Array(sum);
    const next = this.#offsets.slice();
    lists.forEach((list, at) => {
      list.forEach((each, rank) => {
        const entry = next[each] ?? 0;
        next[each] = entry + 1;
        this.#at[entry] = at;
        this.#ranks[entry] = rank;
      });
    });
  }

  /**
   * Measures a text in lower case. Every trigram that it has counts once, with the difference between how often the text
   * has it and its rank in the language. Digits and punctuation of ASCII are blanks, and all white space between two
   * words is one.
   */
  measure(text: string): void {
    if (this.#known >= mostKnown) this.#forget();
    if (text.length + 2 > this.#own.length) this.#own = new Int32Array(2 * text.length + 4);
    this.#ownCount = 0;
    let [before, last] = [0, 0];
    let hasBegun = false;
    let isGap = false;
    for (let place = 0; place < text.length; place++) {
      const unit = text.charCodeAt(place);
      if ((unit >= 0x20 && unit <= 0x40) || isWhiteSpace(unit)) {
        isGap = hasBegun;
        continue;
      }
      if (!hasBegun) {
        // The text stands between two blanks.
        before = 0x20;
        hasBegun = true;
      } else {
        if (isGap) {
          this.#meet(before, last, 0x20);
          before = last;
          last = 0x20;
          isGap = false;
        }
        this.#meet(before, last, unit);
        before = last;
      }
      last = unit;
    }
    if (hasBegun) this.#meet(before, last, 0x20);
    this.#sumUp();
  }

  /** Adds the distances up, and clears the counts. */
  #sumUp(): void {
    const distances = this.distances.fill(missing * this.#ownCount);
    for (let index = 0; index < this.#ownCount; index++) {
      const each = this.#own[index] ?? 0;
      const count = this.#counts[each] ?? 0;
      this.#counts[each] = 0;
      if (each >= this.#inLanguages) continue;
      const end = this.#offsets[each + 1] ?? 0;
      for (let entry = this.#offsets[each] ?? 0; entry < end; entry++) {
        const at = this.#at[entry] ?? 0;
        const difference = Math.abs(count - (this.#ranks[entry] ?? 0) - 1);
        distances[at] = (distances[at] ?? 0) + difference - missing;
      }
    }
  }

  #meet(first: number, second: number, third: number): void {
    const each = this.#number(first, second, third);
    const count = this.#counts[each] ?? 0;
    if (count === 0) this.#own[this.#ownCount++] = each;
    this.#counts[each] = count + 1;
  }

  /** The number of a trigram, which is new if it is met for the first time. */
  #number(first: number, second: number, third: number): number {
    const units = this.#units;
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = slotOf(first, second, third) & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const each = (slots[slot] ?? 0) - 1;
      const at = 3 * each;
      if (units[at] === first && units[at + 1] === second && units[at + 2] === third) return each;
    }
    const added = this.#known++;
    slots[slot] = added + 1;
    units.set([first, second, third], 3 * added);
    if (2 * this.#known >= slots.length) this.#resize(2 * slots.length);
    return added;
  }

  #forget(): void {
    this.#known = this.#inLanguages;
    this.#resize(this.#slots.length);
  }

  #resize(length: number): void {
    if (3 * length > 2 * this.#units.length) {
      const [units, counts] = [this.#units, this.#counts];
      this.#units = new Uint16Array(2 * units.length);
      this.#units.set(units);
      this.#counts = new Int32Array(2 * counts.length);
      this.#counts.set(counts);
    }
    const slots = new Int32Array(length);
    const mask = length - 1;
    for (let each = 0; each < this.#known; each++) {
      const [first = 0, second = 0, third = 0] = this.#units.subarray(3 * each, 3 * each + 3);
      let slot = slotOf(first, second, third) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = each + 1;
    }
    this.#slots = slots;
  }
}

function slotOf(first: number, second: number, third: number): number {
  const hash = Math.imul((first << 16) ^ (second << 8) ^ third, 0x2c1b3c6d);
  return hash ^ (hash >>> 15);
}
