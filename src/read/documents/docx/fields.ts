/**
 * The fields of a Word document (references, tables of contents, links) that are open: text in their
 * instructions is not text of the document, text in their results is.
 */
export class WordFields {
  /** For every field that is open, from the outside in, whether its result has begun. */
  readonly #hasResult: boolean[] = [];
  /** How many of all but the innermost are still at their instruction. */
  #outer = 0;

  /** A mark: `begin`, `separate` (the result begins) or `end`. */
  mark(type: string | undefined): void {
    const last = this.#hasResult.length - 1;
    if (type === 'begin') {
      if (this.#hasResult[last] === false) this.#outer++;
      this.#hasResult.push(false);
    } else if (type === 'separate' && last >= 0) {
      this.#hasResult[last] = true;
    } else if (type === 'end' && last >= 0) {
      this.#hasResult.pop();
      if (this.#hasResult[last - 1] === false) this.#outer--;
    }
  }

  /**
   * Whether text that comes now is a piece of an instruction. Word's instructions have elements of their
   * own; only results of fields inside of them look like text. So a field that never ends hides nothing.
   */
  get isInstruction(): boolean {
    return this.#outer > 0;
  }
}
