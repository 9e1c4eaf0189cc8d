import type { HtmlAttributes } from './elements.js';
import { lineBreak } from './block-text.js';
import type { PageListener } from './page-walker.js';

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

const mostDepth = 200;

/**
 * Writes a page down anew: well-formed, without what is no text, and with the number of the block that a
 * piece of text belongs to.
 */
export class Skeleton implements PageListener {
  readonly #parts: string[] = [];
  /** Whether the elements that are open were written. */
  readonly #open: boolean[] = [];
  #depth = 0;
  /** How many elements there are in it. */
  count = 0;

  open(name: string, attributes: HtmlAttributes): void {
    const isKept = keptElements.has(name) && name !== 'body' && this.#depth < mostDepth;
    this.#open.push(isKept);
    if (!isKept) return;
    this.#depth++;
    this.count++;
    const kept = keptAttributes.map((key) => {
      const value = attributes[key];
      return value === undefined ? '' : ` ${key}="${escape(value)}"`;
    });
    this.#parts.push(`<${name}${kept.join('')}>`);
  }

  close(name: string): void {
    if (this.#open.pop() !== true) return;
    this.#depth--;
    if (!voidElements.has(name)) this.#parts.push(`</${name}>`);
  }

  text(text: string, draft: number): void {
    this.count++;
    const shown = escape(text.replaceAll(lineBreak, '\n'));
    this.#parts.push(`<${pieceElement} value="${draft}">${shown}</${pieceElement}>`);
  }

  toString(): string {
    return `<!DOCTYPE html><html><head></head><body>${this.#parts.join('')}</body></html>`;
  }
}

const voidElements = new Set(['br', 'hr', 'img', 'input']);

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
