import { PatternError } from './pattern.js';

/** A place in an expression that is being parsed. */
export class Cursor {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  get at(): number {
    return this.#at;
  }

  get atEnd(): boolean {
    return this.#at >= this.#source.length;
  }

  /** Whether the text comes next. */
  sees(text: string): boolean {
    return this.#source.startsWith(text, this.#at);
  }

  /** Goes past the text if it comes next. */
  take(text: string): boolean {
    if (!this.sees(text)) return false;
    this.#at += text.length;
    return true;
  }

  /** Goes past what a sticky expression finds here, if it does. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  /** The next character; goes past it. */
  next(): number {
    const code = this.#source.codePointAt(this.#at);
    if (code === undefined) return this.fail('ends too early');
    this.#at += code > 0xffff ? 2 : 1;
    return code;
  }

  /** What stands between a place and here. */
  since(at: number): string {
    return this.#source.slice(at, this.#at);
  }

  fail(message: string, at: number = this.#at): never {
    throw new PatternError(message, at);
  }
}
