/** Two texts whose parts are linked one to one, in little memory. */
import type { BlockKind, Locator } from '../../../domain.js';
import {
  mostBlocks,
  mostCharacters,
  tooLongText,
  tooManyBlocks,
} from '../../documents/text-builder.js';
import { TextStore } from './text-store.js';

/** What stands in one row. */
export interface StoredPair {
  /** One may be empty, not both. */
  readonly texts: readonly [string, string];
  readonly locators: readonly [Locator, Locator];
}

/** One of the two texts. */
export interface StoredText {
  /** What tells it apart from the other. */
  readonly part: string;
  /** BCP-47, where the file says. */
  readonly language?: string;
  /** What was odd about the file, without its name. */
  readonly notices: readonly string[];
}

/** All that a file has of two texts. */
export interface StoredPairs {
  readonly texts: readonly [StoredText, StoredText];
  readonly kind?: BlockKind;
  /** How many rows there are. */
  readonly length: number;
  /** The texts of one side that are not empty, in order. */
  textsOf(side: 0 | 1): Iterable<string>;
  pairs(): Iterable<StoredPair>;
}

/** Adds up how long a text is that is put together from lines, as `TextBuilder` does. */
class Length {
  readonly #name: string;
  #count = 0;
  #length = 0;

  constructor(name: string) {
    this.#name = name;
  }

  add(text: string): void {
    if (this.#count === mostBlocks) throw tooManyBlocks(this.#name);
    this.#length += text.length + (this.#count === 0 ? 0 : 1);
    this.#count++;
    if (this.#length > mostCharacters) throw tooLongText(this.#name, mostCharacters);
  }
}

/** Rows of two texts that are added one by one. */
export class PairRows {
  readonly #stores = [new TextStore(), new TextStore()] as const;
  readonly #lengths: readonly [Length, Length];

  /** @param name the file, for messages */
  constructor(name: string) {
    this.#lengths = [new Length(name), new Length(name)];
  }

  /** How many rows there are. */
  get length(): number {
    return this.#stores[0].count;
  }

  /**
   * Adds a row with one text or two; what is empty is no text.
   *
   * @throws AppError `unreadable-document` for more than one text may have
   */
  add(texts: readonly [string, string]): void {
    for (const side of [0, 1] as const) {
      this.#stores[side].add(texts[side]);
      if (texts[side] !== '') this.#lengths[side].add(texts[side]);
    }
  }

  at(index: number): [string, string] {
    return [this.#stores[0].at(index), this.#stores[1].at(index)];
  }

  *textsOf(side: 0 | 1): Generator<string, void, undefined> {
    for (let index = 0; index < this.length; index++) {
      const text = this.#stores[side].at(index);
      if (text !== '') yield text;
    }
  }
}
