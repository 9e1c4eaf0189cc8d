import iconv from 'iconv-lite';
import { symbolText } from '../office/symbol-font.js';
import type { RtfFont } from './fonts.js';

/** Collects bytes of text until it is known how they are read: a character may come in several pieces. */
export class BytesText {
  #bytes = new Uint8Array(1 << 12);
  #length = 0;

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  add(bytes: Uint8Array): void {
    const end = this.#length + bytes.length;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(2 * end);
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, this.#length);
    this.#length = end;
  }

  addByte(byte: number): void {
    if (this.#length === this.#bytes.length) {
      this.add(Uint8Array.of(byte));
      return;
    }
    this.#bytes[this.#length++] = byte;
  }

  /**
   * The text of the bytes, which are gone then.
   *
   * @param encoding for fonts that have none of their own
   */
  take(font: RtfFont | undefined, encoding: string): string {
    const bytes = Buffer.from(this.#bytes.buffer, 0, this.#length);
    this.#length = 0;
    if (font?.isSymbol === true) {
      let text = '';
      for (const byte of bytes) text += symbolText(font.name, byte);
      return text;
    }
    if (bytes.every((byte) => byte < 0x80)) return bytes.toString('latin1');
    return iconv.decode(bytes, font?.encoding ?? encoding, { stripBOM: false });
  }
}
