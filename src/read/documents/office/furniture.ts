import type { TextBuilder } from '../text-builder.js';

/** The headers and footers of a document: what stands on every page is said once, at the end, as noise. */
export class Furniture {
  readonly #texts = new Set<string>();

  /** A paragraph of a header or footer; page numbers alone are no text. */
  add(text: string): void {
    if (/\p{L}/u.test(text)) this.#texts.add(text.trim());
  }

  /** Puts them after all that was added before. */
  addTo(builder: TextBuilder): void {
    for (const text of this.#texts) builder.add(text, { noise: 'boilerplate' });
  }
}
