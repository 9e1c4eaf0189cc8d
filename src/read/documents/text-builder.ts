import { AppError } from '../../errors.js';
import type { FoundBlock, FoundText } from './document.js';

/** Most UTF-16 units that a text extracted from a document may have. */
export const mostCharacters = 100_000_000;

/** Most blocks of one text. */
export const mostBlocks = 1_000_000;
const stretchLength = 1 << 16;

/** What is said of a text with more blocks: AppError `unreadable-document`. */
export function tooManyBlocks(name: string): AppError {
  return new AppError('unreadable-document', `${name}: holds more than ${mostBlocks} paragraphs`, {
    hint: 'split it',
  });
}

/** What is said of a text that is longer: AppError `unreadable-document`. */
export function tooLongText(name: string, limit: number): AppError {
  return new AppError(
    'unreadable-document',
    `${name}: holds more than ${limit} characters of text`,
    { hint: 'split it' },
  );
}

/** What is known of a block besides its text. */
export type BlockDetails = Partial<Omit<FoundBlock, 'start' | 'end'>>;

/**
 * Puts the text of a document together, block by block. Blocks stand apart by an empty line, those of a
 * list or a table and those that are one sentence each by a line break.
 */
export class TextBuilder {
  readonly #name: string;
  readonly #limit: number;
  /** What has been put together of the text. */
  #stretches: string[] = [];
  /** What comes behind that; kept short, because a piece may hold a far longer string in memory. */
  #pieces: string[] = [];
  #pending = 0;
  readonly #blocks: FoundBlock[] = [];
  #length = 0;

  /** @param name the file, for messages */
  constructor(name: string, limit: number = mostCharacters) {
    this.#name = name;
    this.#limit = limit;
  }

  /** How many blocks there are: the number of the last one, from 1. */
  get count(): number {
    return this.#blocks.length;
  }

  /**
   * Adds a block; returns whether there was text to add. Runs of blanks and tabs become one space; line
   * breaks inside stay, as one `\n` each. Throws AppError `unreadable-document` for too long a text.
   */
  add(text: string, details: BlockDetails = {}): boolean {
    return text !== '' && this.addExact(tidySpace(text), details);
  }

  /** As `add`, for a text whose white space means what it says. A block of white space only is left out. */
  addExact(text: string, details: BlockDetails = {}): boolean {
    if (text.trim() === '') return false;
    this.#append(text, details);
    return true;
  }

  /** As `addExact`, but a text without anything in it makes an empty block. */
  addSentence(text: string, details: BlockDetails = {}): void {
    this.#append(text, { segmented: true, ...details });
  }

  #append(text: string, details: BlockDetails): void {
    if (this.#blocks.length === mostBlocks) throw tooManyBlocks(this.#name);
    const last = this.#blocks.at(-1);
    if (last) this.#push(isLine(last) && isLine(details) ? '\n' : '\n\n');
    const start = this.#length;
    this.#push(text);
    this.#blocks.push(blockOf(start, this.#length, details));
  }

  #push(piece: string): void {
    this.#length += piece.length;
    if (this.#length > this.#limit) throw tooLongText(this.#name, this.#limit);
    this.#pieces.push(piece);
    this.#pending += piece.length;
    if (this.#pending > stretchLength) this.#join();
  }

  #join(): void {
    this.#stretches.push(this.#pieces.join(''));
    this.#pieces = [];
    this.#pending = 0;
  }

  /** The text and its blocks. */
  finish(): FoundText {
    this.#join();
    const text = this.#stretches.join('');
    this.#stretches = [text];
    return { text, blocks: this.#blocks };
  }
}

/** A block; what a memory has a million of takes a third less when it is written in one literal. */
function blockOf(start: number, end: number, details: BlockDetails): FoundBlock {
  const { heading = 0, kind, noise, markup, locator, segmented, stated } = details;
  const isMore = noise !== undefined || markup !== undefined || stated !== undefined;
  if (!locator || kind !== undefined || isMore) return { start, end, heading, ...details };
  return segmented === true
    ? { start, end, heading, locator, segmented }
    : { start, end, heading, locator };
}

const isLine = ({ kind, locator, segmented }: BlockDetails): boolean =>
  segmented === true || kind === 'list-item' || kind === 'table-cell' || locator?.kind === 'unit';

/** One space for every run of blanks and tabs, none around line breaks and at the ends. */
export function tidySpace(text: string): string {
  return text
    .replace(/[ \t\f\v]+/g, ' ')
    .replace(/ ?(?:\r\n|[\r\n\u0085\u2028\u2029]) ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}
