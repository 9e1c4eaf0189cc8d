/** A number for a text: different texts have different ones, as far as 64 bits go. */

/** Takes a text in piece by piece. Two hashes (FNV-1a) with different starts; not safe against intent. */
export class Identity {
  #low = 0x811c9dc5;
  #high = 0x01234567;

  add(text: string): void {
    let [low, high] = [this.#low, this.#high];
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(high ^ (unit + (low >>> 16)), 0x01000193);
    }
    [this.#low, this.#high] = [low, high];
  }

  /** 16 hexadecimal digits. */
  get digits(): string {
    return [this.#high, this.#low]
      .map((half) => (half >>> 0).toString(16).padStart(8, '0'))
      .join('');
  }
}
