/** How words begin: whether one may begin at a place of a text, asked of every place. */

const slots = 1 << 12;

/** The first two units of some words. A place where one of them begins is always found; one in a few hundred others is, too. */
export class WordStarts {
  readonly #pairs = new Uint8Array(slots);
  /** By the first unit: words of one. */
  readonly #single = new Uint8Array(slots);

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
      if (word.length === 1) this.#single[first & (slots - 1)] = 1;
      else this.#pairs[slotOf(first, second)] = 1;
    }
  }

  /** Whether a word may begin with these two units; the second one is NaN at the end of a text. */
  has(first: number, second: number): boolean {
    return this.#pairs[slotOf(first, second)] === 1 || this.#single[first & (slots - 1)] === 1;
  }
}

function slotOf(first: number, second: number): number {
  return ((first << 6) ^ second) & (slots - 1);
}

/** Small letters that surely are letters, of the scripts in which most words are written. */
export function isSmallLetter(unit: number): boolean {
  if (unit < 0xe0) return unit >= 0x61 && unit <= 0x7a;
  if (unit < 0x250) return unit !== 0xf7;
  return (unit >= 0x3ac && unit <= 0x3ce) || (unit >= 0x430 && unit <= 0x45f);
}
