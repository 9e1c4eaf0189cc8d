import type { XmlAttributes } from '../xml/parse-xml.js';

/**
 * What an element inside a segment means for its text: it is kept, dropped with all inside, kept as a
 * text apart (a tooltip inside a code), or stands for a line break.
 */
export type InlineRole = 'keep' | 'drop' | 'apart' | 'break';

/** The text of a segment that may have codes and markers in it. */
export class InlineText {
  readonly #roleOf: (local: string, attributes: XmlAttributes) => InlineRole;
  /** Whether text counts, for each open element. */
  readonly #counts: boolean[] = [];
  readonly #apart: boolean[] = [];
  #text = '';
  #needsBlank = false;

  constructor(roleOf: (local: string, attributes: XmlAttributes) => InlineRole) {
    this.#roleOf = roleOf;
  }

  /** How many elements inside the segment are open. */
  get depth(): number {
    return this.#counts.length;
  }

  open(local: string, attributes: XmlAttributes): void {
    const role = this.#roleOf(local, attributes);
    const counted = this.#counts.at(-1) ?? true;
    if (role === 'break' && counted) this.add('\n');
    if (role === 'apart') this.#needsBlank = true;
    this.#apart.push(role === 'apart');
    this.#counts.push(role === 'apart' || (role === 'keep' && counted));
  }

  close(): void {
    this.#counts.pop();
    if (this.#apart.pop() === true) this.#needsBlank = true;
  }

  add(text: string): void {
    if (text === '' || !(this.#counts.at(-1) ?? true)) return;
    if (
      this.#needsBlank &&
      this.#text !== '' &&
      !/\s$/.test(this.#text.slice(-1)) &&
      !/^\s/.test(text)
    )
      this.#text += ' ';
    this.#needsBlank = false;
    this.#text += text;
  }

  /** The text so far. */
  toString(): string {
    return this.#text;
  }
}
