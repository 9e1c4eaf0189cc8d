/** The fonts of an RTF file: each tells how the bytes written in it are to be read. */
import { encodingOfCharset, encodingOfCodePage, symbolCharset } from './code-pages.js';

/** A font as the file's table has it. */
export interface RtfFont {
  name: string;
  /** Undefined where the file's own encoding holds. */
  encoding?: string;
  /** Whether its characters are signs, not letters. */
  isSymbol: boolean;
}

/** Longest name of a font. */
const longestName = 100;

/** The table of fonts, as it is read. */
export class RtfFonts {
  readonly #fonts = new Map<number, RtfFont>();
  #current: RtfFont | undefined;

  /** A control word in the table. */
  word(word: string, value = 0): void {
    if (word === 'f') {
      this.#current = { name: '', isSymbol: false };
      this.#fonts.set(value, this.#current);
      return;
    }
    const font = this.#current;
    if (!font) return;
    if (word === 'fcharset') {
      const encoding = encodingOfCharset(value);
      if (encoding !== undefined) font.encoding ??= encoding;
      font.isSymbol = value === symbolCharset;
    } else if (word === 'cpg') {
      const encoding = encodingOfCodePage(value);
      if (encoding !== undefined) font.encoding = encoding;
    }
  }

  /** Text in the table: the name of a font. */
  text(text: string): void {
    const font = this.#current;
    if (font && font.name.length < longestName) font.name += text;
  }

  get(number: number): RtfFont | undefined {
    return this.#fonts.get(number);
  }
}
