import type { SpelledNumber } from './spelled-number.js';

/** The words so far that form one number. */
interface OpenNumber {
  /** Finished thousands, millions. */
  total: number;
  /** The part below the next multiplier. */
  current: number;
  start: number;
  end: number;
  /** Value of the previous word. */
  last: number;
}

/** Adds up consecutive number words: "two", "hundred", "six" is 206. */
export class NumberRun {
  readonly found: SpelledNumber[] = [];
  readonly #countsTwenties: boolean;
  #open: OpenNumber | null = null;

  /** @param countsTwenties "quatre-vingt" is four times twenty */
  constructor(countsTwenties: boolean) {
    this.#countsTwenties = countsTwenties;
  }

  /** Whether a number is being read. */
  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** Hundred, thousand, million. */
  multiply(multiplier: number, start: number, end: number): void {
    const open = (this.#open ??= { total: 0, current: 0, start, end, last: 0 });
    if (multiplier === 100) open.current = Math.max(1, open.current) * 100;
    else {
      open.total += Math.max(1, open.current) * multiplier;
      open.current = 0;
    }
    open.end = end;
    open.last = multiplier;
  }

  /**
   * One, twenty, two hundred in one word. A value that cannot follow the last one starts a new
   * number.
   */
  add(value: number, start: number, end: number): void {
    if (this.#countsTwenties && value === 20 && (this.#open?.current ?? 0) % 100 === 4) {
      this.#makeEighty(end);
      return;
    }
    if (this.#open !== null && !addsTo(this.#open.last, value)) this.close();
    const open = (this.#open ??= { total: 0, current: 0, start, end, last: 0 });
    open.current += value;
    open.end = end;
    open.last = value;
  }

  /** Ends the number being read, if there is one. */
  close(): void {
    if (this.#open === null) return;
    const { total, current, start, end } = this.#open;
    this.found.push({ value: total + current, start, end });
    this.#open = null;
  }

  #makeEighty(end: number): void {
    if (this.#open === null) return;
    this.#open.current += 76;
    this.#open.end = end;
    this.#open.last = 80;
  }
}

/** "twenty" takes "six" and "hundred" takes "twenty", but "two three" are two numbers. */
function addsTo(last: number, value: number): boolean {
  if (last >= 100) return value < last;
  // dix-sept, soixante-dix-huit
  if (last === 10) return value >= 7 && value <= 9;
  return last >= 20 && last % 10 === 0 && value >= 1 && value < 20;
}
