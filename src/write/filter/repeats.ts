/** Finds pairs that repeat earlier ones, in 24 to 48 bytes a pair however long its texts are. */
import type { OutputRecord } from '../records/records.js';

/** What counts as a repeat: the same texts, or the same but for case, spaces and numbers. */
export const dedups = ['exact', 'folded'] as const;
/** One of `dedups`. */
export type Dedup = (typeof dedups)[number];

/** Which texts of a pair must be those of an earlier one: all, any, or that of the first or second column. */
export const dedupSides = ['both', 'either', 'a', 'b'] as const;
/** One of `dedupSides`. */
export type DedupSide = (typeof dedupSides)[number];

/** Words of 32 bits in a hash: with 128 bits, no two different pairs ever meet. */
const words = 4;

/** The pairs so far: an open hash table of hashes. */
export class Repeats {
  readonly #fold: (text: string) => string;
  /** `words` a slot; all zero is empty. Its number of slots is a power of 2. */
  #table = new Uint32Array(1024 * words);
  #count = 0;
  readonly #side: DedupSide;

  constructor(dedup: Dedup, side: DedupSide = 'both') {
    this.#fold = dedup === 'exact' ? (text) => text : folded;
    this.#side = side;
  }

  /** Whether there was a pair of the same texts in the same languages and order; remembers the pair if not. */
  repeats(record: OutputRecord): boolean {
    const hashes = this.#hashesOf(record);
    // What is left out is no reason to leave out another pair.
    if (hashes.some((hash) => has(this.#table, hash))) return true;
    for (const hash of hashes) {
      put(this.#table, hash);
      // At most two thirds full, so that slots are found at once.
      if (++this.#count * 3 * words > this.#table.length * 2) this.#grow();
    }
    return false;
  }

  /** One of all texts, or one of each that counts; a text that is not there cannot repeat another. */
  #hashesOf({ cells }: OutputRecord): Uint32Array[] {
    const whole = new TextHash();
    const single: Uint32Array[] = [];
    cells.forEach((cell, column) => {
      if (
        cell === null ||
        (this.#side === 'a' && column !== 0) ||
        (this.#side === 'b' && column !== 1)
      )
        return;
      const own = this.#side === 'both' ? whole : new TextHash();
      own.add(`${column} ${cell.language}`);
      own.add(this.#fold(cell.text));
      if (own !== whole) single.push(own.value());
    });
    return this.#side === 'both' ? [whole.value()] : single;
  }

  #grow(): void {
    const larger = new Uint32Array(this.#table.length * 2);
    for (let at = 0; at < this.#table.length; at += words)
      if (!isEmpty(this.#table, at)) put(larger, this.#table, at);
    this.#table = larger;
  }
}

/** Whether a table has a hash. */
function has(table: Uint32Array, hash: Uint32Array): boolean {
  const last = table.length / words - 1;
  for (let slot = (hash[0] ?? 0) & last; ; slot = (slot + 1) & last) {
    const at = slot * words;
    if (isEmpty(table, at)) return false;
    let same = 0;
    while (same < words && table[at + same] === hash[same]) same++;
    if (same === words) return true;
  }
}

/** Puts the hash at `from` of `hashes` into a table with room; false if it is there already. */
function put(table: Uint32Array, hashes: Uint32Array, from = 0): boolean {
  const last = table.length / words - 1;
  for (let slot = (hashes[from] ?? 0) & last; ; slot = (slot + 1) & last) {
    const at = slot * words;
    if (isEmpty(table, at)) {
      for (let word = 0; word < words; word++) table[at + word] = hashes[from + word] ?? 0;
      return true;
    }
    let same = 0;
    while (same < words && table[at + same] === hashes[from + same]) same++;
    if (same === words) return false;
  }
}

function isEmpty(table: Uint32Array, at: number): boolean {
  for (let word = 0; word < words; word++) if (table[at + word] !== 0) return false;
  return true;
}

/** Letters and marks that NFKC leaves as they are, whatever stands beside them; normalizing takes most of the time. */
const normal =
  /^[\x20-\x7e\u00a1\u00ab\u00b0\u00b7\u00bb\u00bf-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0391-\u03c9\u0400-\u045f\u2010\u2012-\u2014\u2018-\u201e\u3001-\u300f\u3041-\u3094\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]*$/;

/** Whether a text is the same in NFKC, as far as that is seen at a glance. */
export function isNormal(text: string): boolean {
  return normal.test(text);
}

/** The text without what `folded` disregards. */
function folded(text: string): string {
  return (isNormal(text) ? text : text.normalize('NFKC'))
    .toLowerCase()
    .replace(/\p{Nd}+/gu, '0')
    .replace(/\s+/g, ' ')
    .trim();
}

const multipliers = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f] as const;

/** A hash of texts: four sums with different multipliers, mixed with each other at the end. */
class TextHash {
  readonly #sums = Uint32Array.from(multipliers);

  /** Adds a text; its length keeps two texts apart from one. */
  add(text: string): void {
    const sums = this.#sums;
    let a = sums[0] ?? 0;
    let b = sums[1] ?? 0;
    let c = sums[2] ?? 0;
    let d = sums[3] ?? 0;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index) + 1;
      a = Math.imul(a ^ unit, multipliers[0]);
      b = Math.imul(b ^ unit, multipliers[1]) ^ (a >>> 15);
      c = Math.imul(c ^ unit, multipliers[2]) ^ (b >>> 13);
      d = Math.imul(d ^ unit, multipliers[3]) ^ (c >>> 16);
      a ^= d >>> 17;
    }
    sums[0] = a ^ text.length;
    sums[1] = b ^ text.length;
    sums[2] = c ^ text.length;
    sums[3] = d ^ text.length;
    this.#mix();
  }

  #mix(): void {
    for (let round = 0; round < 2 * words; round++) {
      const own = round % words;
      const before = this.#sums[(own + words - 1) % words] ?? 0;
      let sum = ((this.#sums[own] ?? 0) + before) >>> 0;
      sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
      sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35);
      this.#sums[own] = sum ^ (sum >>> 16);
    }
  }

  value(): Uint32Array {
    // All zero stands for an empty slot.
    if (isEmpty(this.#sums, 0)) this.#sums[0] = 1;
    return this.#sums;
  }
}
