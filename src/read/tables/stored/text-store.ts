/** Many short texts in little memory. */

const chunkLength = 1 << 20;
/** Bytes that a UTF-16 unit takes in UTF-8 at most. */
const mostBytesOfUnit = 3;
/** Half of a character: UTF-8 has no bytes for it. */
const loneSurrogate = /\p{Surrogate}/u;

/** Texts as UTF-8, outside the heap: in strings, most would take twice the memory and each 16 bytes more. */
export class TextStore {
  readonly #chunks: Buffer[] = [];
  #used = chunkLength;
  /** By text: where it begins, the chunk times `chunkSpan` and the byte in it; and how long it is in bytes. */
  #places = new Float64Array(1024);
  #sizes = new Int32Array(1024);
  #count = 0;
  /** Texts that are no UTF-8. */
  readonly #odd = new Map<number, string>();

  /** How many texts there are. */
  get count(): number {
    return this.#count;
  }

  /** Adds a text; returns its index. */
  add(text: string): number {
    const index = this.#count++;
    if (index === this.#sizes.length) this.#grow();
    const most = text.length * mostBytesOfUnit;
    let chunk = this.#chunks.at(-1);
    if (!chunk || this.#used + most > chunk.length) {
      chunk = Buffer.allocUnsafeSlow(Math.max(chunkLength, most));
      this.#chunks.push(chunk);
      this.#used = 0;
    }
    const size = chunk.write(text, this.#used);
    this.#places[index] = (this.#chunks.length - 1) * chunkSpan + this.#used;
    this.#sizes[index] = size;
    this.#used += size;
    // Only a text with characters beyond those of one byte can have halves of some.
    if (size > text.length && loneSurrogate.test(text)) this.#odd.set(index, text);
    return index;
  }

  /** The text with this index. */
  at(index: number): string {
    const odd = this.#odd.get(index);
    if (odd !== undefined) return odd;
    const place = this.#places[index] ?? 0;
    const start = place % chunkSpan;
    const chunk = this.#chunks[Math.floor(place / chunkSpan)];
    return chunk?.toString('utf8', start, start + (this.#sizes[index] ?? 0)) ?? '';
  }

  #grow(): void {
    const places = new Float64Array(this.#places.length * 2);
    const sizes = new Int32Array(places.length);
    places.set(this.#places);
    sizes.set(this.#sizes);
    this.#places = places;
    this.#sizes = sizes;
  }
}

/** More than the bytes of any chunk. */
const chunkSpan = 2 ** 32;
