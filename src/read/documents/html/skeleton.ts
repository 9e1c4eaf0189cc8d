import type { HtmlAttributes } from './elements.js';
import { lineBreak } from './block-text.js';
import type { PageListener } from './page.js';

/** The element around every piece of text: it is kept wherever text is, and has no meaning of its own. */
export const pieceElement = 'data';

/** What the search for the article goes by. */
const keptAttributes = ['id', 'class', 'role', 'href', 'rel', 'itemprop', 'colspan', 'rowspan'];
/** Elements inside lines that it looks at; what else marks words up says nothing about where the text is. */
const keptElements = new Set(
  (
    'a abbr address article aside blockquote body br button caption center dd details div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr img input label legend li main nav ol option ' +
    'p pre section select summary table tbody td textarea tfoot th thead time tr ul'
  ).split(' '),
);

const mostDepth = 60;
const mostPieces = 256;

/**
 * Writes a page down anew: well-formed, without what is no text, and with the number of the block that a
 * piece of text belongs to.
 */
export class Skeleton implements PageListener {
  readonly #limit: number;
  readonly #parts: string[] = [];
  /** The number of the block that the last text belongs to, until an element begins or ends. */
  #draft = 0;
  /** Whether the elements that are open were written. */
  readonly #open: boolean[] = [];
  #depth = 0;
  #pieces = 0;
  #count = 0;

  /** @param limit how many elements it may have; from there on it is not written down */
  constructor(limit: number) {
    this.#limit = limit;
  }

  open(name: string, attributes: HtmlAttributes): void {
    const isKept = keptElements.has(name) && name !== 'body' && this.#depth < mostDepth;
    this.#open.push(isKept);
    if (!isKept) return;
    this.#depth++;
    this.#endPiece();
    if (!this.#mayGrow()) return;
    const kept = keptAttributes.map((key) => {
      const value = attributes[key];
      return value === undefined ? '' : ` ${key}="${escape(value)}"`;
    });
    this.#parts.push(`<${name}${kept.join('')}>`);
  }

  close(name: string): void {
    if (this.#open.pop() !== true) return;
    this.#depth--;
    this.#endPiece();
    if (!this.#isFull && !voidElements.has(name)) this.#parts.push(`</${name}>`);
  }

  text(text: string, draft: number): void {
    if (draft !== this.#draft) {
      this.#endPiece();
      if (!this.#mayGrow()) return;
      this.#draft = draft;
      this.#parts.push(`<${pieceElement} value="${draft}">`);
    }
    if (this.#isFull) return;
    this.#parts.push(plain(text));
    // Text may come character by character.
    if (++this.#pieces < mostPieces) return;
    this.#parts.push(this.#parts.splice(-this.#pieces).join(''));
    this.#pieces = 0;
  }

  /** The page; undefined if it has more elements than it may. */
  finish(): string | undefined {
    this.#endPiece();
    if (this.#isFull) return undefined;
    return `<!DOCTYPE html><html><head></head><body>${this.#parts.join('')}</body></html>`;
  }

  get #isFull(): boolean {
    return this.#count > this.#limit;
  }

  #mayGrow(): boolean {
    this.#count++;
    if (this.#isFull) this.#parts.length = 0;
    return !this.#isFull;
  }

  #endPiece(): void {
    if (this.#draft > 0 && !this.#isFull) this.#parts.push(`</${pieceElement}>`);
    this.#draft = 0;
    this.#pieces = 0;
  }
}

const voidElements = new Set(['br', 'hr', 'img', 'input']);

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

/** Text as long as the given one that is read as one piece: with entities it would be many. */
function plain(text: string): string {
  return text.replaceAll(lineBreak, '\n').replace(/[&<]/g, '+');
}
