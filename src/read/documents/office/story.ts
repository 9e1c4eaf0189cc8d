import { AppError } from '../../../errors.js';
import type { BlockDetails } from '../text-builder.js';

/** A block as an office document gives it, before it has a place in the text. */
export interface Draft {
  readonly text: string;
  readonly details: BlockDetails;
}

/** Most UTF-16 units of one paragraph, far more than any real one. */
export const mostParagraphLength = 8_000_000;
/** What a block costs that waits, counted as UTF-16 units, besides its text. */
const blockCost = 100;
const costOf = ({ text }: Draft): number => blockCost + text.length;
/** Most UTF-16 units that wait for the end of a paragraph: its notes and text boxes. */
const mostWaiting = 32_000_000;

interface OpenParagraph {
  text: string;
  /** What stands beside or under it: notes, text boxes. */
  readonly after: Draft[];
}

/**
 * The running text of an office document, as its paragraphs begin and end. What is anchored in a
 * paragraph (notes, text boxes) comes after it, so that no sentence is torn.
 */
export class Story {
  readonly #name: string;
  readonly #emit: (draft: Draft) => void;
  readonly #open: OpenParagraph[] = [];
  #joined = '';
  #waiting = 0;

  /**
   * @param name the file, for messages
   * @param emit takes the blocks in their order
   */
  constructor(name: string, emit: (draft: Draft) => void) {
    this.#name = name;
    this.#emit = emit;
  }

  /** Begins a paragraph, maybe inside another. */
  begin(): void {
    const text = this.#open.length === 0 ? this.#joined : '';
    if (text !== '') this.#joined = '';
    this.#open.push({ text, after: [] });
  }

  /**
   * Adds text to the paragraph that is open; none is open between paragraphs, where there is no text.
   * Throws AppError `unreadable-document` for far too long a paragraph.
   */
  write(text: string): void {
    const paragraph = this.#open.at(-1);
    if (!paragraph) return;
    paragraph.text += text;
    if (paragraph.text.length > mostParagraphLength)
      throw this.#tooLarge(`a paragraph of more than ${mostParagraphLength} characters`);
  }

  /** Takes back what was written in the paragraph that is open. */
  clear(): void {
    const paragraph = this.#open.at(-1);
    if (paragraph) paragraph.text = '';
  }

  /** Adds blocks that come after the paragraph that is open, or at once if none is. */
  attach(drafts: readonly Draft[]): void {
    for (const draft of drafts) this.#give(draft, this.#open.at(-1));
  }

  /** Ends the paragraph that began last. */
  end(details: BlockDetails): void {
    const paragraph = this.#open.pop();
    if (!paragraph) return;
    const host = this.#open.at(-1);
    // Soft hyphens only say where a line may break.
    this.#give({ text: paragraph.text.replaceAll('\u00ad', ''), details }, host);
    for (const draft of paragraph.after) {
      if (!host) this.#waiting -= costOf(draft);
      if (host) host.after.push(draft);
      else this.#emit(draft);
    }
  }

  /** Ends the paragraph that began last where its end was deleted: the next one goes on with its text. */
  join(): void {
    if (this.#open.length > 1) return this.end({});
    const paragraph = this.#open.pop();
    if (!paragraph) return;
    this.#joined = paragraph.text;
    for (const draft of paragraph.after) {
      this.#waiting -= costOf(draft);
      this.#emit(draft);
    }
  }

  /** Ends the story: what waited for one more paragraph is a block of its own. */
  finish(): void {
    while (this.#open.length > 0) this.end({});
    if (this.#joined !== '') this.#emit({ text: this.#joined, details: {} });
    this.#joined = '';
  }

  #give(draft: Draft, host: OpenParagraph | undefined): void {
    if (!host) {
      this.#emit(draft);
      return;
    }
    host.after.push(draft);
    this.#waiting += costOf(draft);
    if (this.#waiting > mostWaiting)
      throw this.#tooLarge(`notes and text boxes of more than ${mostWaiting} characters`);
  }

  #tooLarge(what: string): AppError {
    return new AppError('unreadable-document', `${this.#name}: has ${what}`, { hint: 'split it' });
  }
}
