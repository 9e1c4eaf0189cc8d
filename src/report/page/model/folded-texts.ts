/** The texts of all rows without case and accents, made while the browser has nothing else to do. */
import type { PageRow } from '../../data/page-data.js';
import { foldText } from './search.js';

/** Milliseconds of one turn: short enough that nobody notices. */
const turn = 12;

/** The folded texts of rows. */
export class FoldedTexts {
  readonly #rows: readonly PageRow[];
  readonly #texts: (string | undefined)[];
  #next = 0;

  constructor(rows: readonly PageRow[]) {
    this.#rows = rows;
    this.#texts = new Array<string | undefined>(rows.length);
  }

  /** All texts of a row; a line break between cells, which no query contains. */
  get(index: number): string {
    const known = this.#texts[index];
    if (known !== undefined) return known;
    const { cells = [], note = '' } = this.#rows[index] ?? {};
    const text = foldText([...cells.map((cell) => cell?.text ?? ''), note].join('\n'));
    this.#texts[index] = text;
    return text;
  }

  /** Makes the rest, a turn at a time. */
  prepare(): void {
    const end = performance.now() + turn;
    while (this.#next < this.#rows.length && performance.now() < end) this.get(this.#next++);
    if (this.#next < this.#rows.length) setTimeout(() => this.prepare(), turn);
  }
}
