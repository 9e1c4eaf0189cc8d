/** How often texts came before, in little memory however many there are. */

/** Counters; texts that share theirs are counted together, which two hashes make rare. */
const slots = 1 << 21;

/** Counts texts, disregarding case, digits and white space. */
export class TextCounts {
  readonly #counts = new Uint16Array(slots);

  /** Counts a text; returns how often it was there, with this time. */
  add(text: string): number {
    const folded = text
      .toLowerCase()
      .replace(/\p{Nd}+/gu, '0')
      .replace(/\s+/g, ' ')
      .trim();
    let [first, second] = [0x811c9dc5, 0x9e3779b1];
    for (let at = 0; at < folded.length; at++) {
      const unit = folded.charCodeAt(at);
      first = Math.imul(first ^ unit, 0x01000193);
      second = Math.imul(second ^ unit, 0x85ebca6b) ^ (second >>> 13);
    }
    const places = [
      (first ^ (first >>> 15)) & (slots - 1),
      (second ^ (second >>> 16)) & (slots - 1),
    ];
    let least = 0xffff;
    for (const place of places) {
      const count = Math.min(0xffff, (this.#counts[place] ?? 0) + 1);
      this.#counts[place] = count;
      least = Math.min(least, count);
    }
    return least;
  }
}
