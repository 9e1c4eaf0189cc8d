/** The table of styles of an RTF file. */
import { StyleChain, type Style, type StyleEntry } from '../office/style-chain.js';

/** Longest name of a style. */
const longestName = 200;

/** The paragraph styles by their numbers, as the table is read. */
export class RtfStyleTable {
  readonly #chain = new StyleChain();
  #current: StyleEntry = { title: '' };
  #number = 0;

  /** An entry begins. Its number is 0 unless it says otherwise. */
  begin(): void {
    this.#current = { title: '' };
    this.#number = 0;
  }

  word(word: string, value = 0): void {
    if (word === 's') this.#number = value;
    else if (word === 'sbasedon') this.#current.parent = String(value);
    else if (word === 'outlinelevel') this.#current.outline = value;
  }

  text(text: string): void {
    if (this.#current.title.length < longestName) this.#current.title += text;
  }

  /** An entry ends. */
  end(): void {
    this.#current.title = this.#current.title.replace(/;\s*$/, '').trim();
    if (this.#current.title !== '') this.#chain.add(String(this.#number), this.#current);
  }

  get(number: number): Style {
    return this.#chain.get(String(number));
  }
}
