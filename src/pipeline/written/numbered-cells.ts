/** Which sentences of a text the rows of a file have, and whether these are where the file says. */
import type { WrittenCell, WrittenParagraph } from '../../read/written/written-table.js';
import { areSparse, longestText, runsOf, type PlacedCell } from './written-sentences.js';

/** Numbers are indexes here; more than a text has are none of sentences. */
const mostNumbers = 5_000_000;

/** The cells of one text, by the numbers of their sentences. */
export class NumberedCells {
  /** By sentence: one more than its row; less than 0 for a stray, by the row before it; 0 for none. */
  #rows: Int32Array<ArrayBuffer> = new Int32Array(1024);
  /** By the first sentence of a run, its extent; the others have none. */
  #starts: Int32Array<ArrayBuffer> = new Int32Array(1024);
  #ends: Int32Array<ArrayBuffer> = new Int32Array(1024);
  /** By paragraph: what the file says about it, as a hash that is never 0. */
  #details: Int32Array<ArrayBuffer> = new Int32Array(1024);
  #last = 0;
  #count = 0;
  #characters = 0;
  #lastParagraph = 0;
  #paragraphCount = 0;

  /** How many sentences there are. */
  get sentences(): number {
    return this.#count;
  }

  /** The number of the last paragraph. */
  get paragraphs(): number {
    return this.#lastParagraph;
  }

  /** The numbers of the sentences that are in rows, ascending. */
  aligned(): number[] {
    const numbers: number[] = [];
    for (let number = 1; number <= this.#last; number++)
      if ((this.#rows[number] ?? 0) > 0) numbers.push(number);
    return numbers;
  }

  /** The length of the text, of which the file may say a greater one. */
  length(said: number): number {
    let end = 0;
    for (let number = 1; number <= this.#last; number++)
      end = Math.max(end, this.#ends[number] ?? 0);
    return Math.max(end, Math.min(said, longestText(this.#characters)));
  }

  /**
   * Adds a cell.
   *
   * @param rows how many rows there are, with that of the cell unless it is a stray
   * @returns false if it is not known where its sentences are, or they have been there before
   */
  add(cell: WrittenCell, placed: PlacedCell, rows: number, isStray: boolean): boolean {
    let before = 0;
    for (const run of runsOf(placed)) {
      if (run.start < 0) return false;
      this.#characters += run.text.length;
      for (const [at, number] of run.numbers.entries()) {
        if (number <= before || number > mostNumbers) return false;
        before = number;
        this.#rows = reaching(this.#rows, number);
        if (this.#rows[number] !== 0) return false;
        this.#rows[number] = isStray ? -(rows + 1) : rows;
        this.#starts = reaching(this.#starts, number);
        this.#ends = reaching(this.#ends, number);
        this.#starts[number] = at === 0 ? run.start : -1;
        this.#ends[number] = at === 0 ? run.start + run.text.length : 0;
        this.#count++;
        this.#last = Math.max(this.#last, number);
        const paragraph = run.paragraphs[at] || number;
        const details = cell.paragraphs.find((own) => own.number === paragraph);
        if (!this.#agrees(paragraph, details)) return false;
      }
    }
    return true;
  }

  /** Notes what is said about a paragraph; false if another cell says something else. */
  #agrees(number: number, details: WrittenParagraph | undefined): boolean {
    if (number > mostNumbers) return false;
    this.#details = reaching(this.#details, number);
    const hash = hashOf(details);
    const known = this.#details[number];
    if (known === 0) {
      this.#details[number] = hash;
      this.#paragraphCount++;
      this.#lastParagraph = Math.max(this.#lastParagraph, number);
    }
    return known === 0 || known === hash;
  }

  /**
   * Whether all runs are one behind the other, strays behind the row of the sentence before them, and nearly
   * no paragraph is missing.
   */
  areInOrder(): boolean {
    let end = 0;
    let row = 0;
    for (let number = 1; number <= this.#last; number++) {
      const own = this.#rows[number] ?? 0;
      if (own === 0) continue;
      if (own > 0) row = own;
      else if (-own - 1 !== row) return false;
      const start = this.#starts[number] ?? 0;
      if (start < 0) continue;
      if (start < end) return false;
      end = this.#ends[number] ?? 0;
    }
    return (
      end <= longestText(this.#characters) && !areSparse(this.#lastParagraph, this.#paragraphCount)
    );
  }
}

/** The list itself, or a copy that is long enough to have this index. */
function reaching(list: Int32Array<ArrayBuffer>, index: number): Int32Array<ArrayBuffer> {
  if (index < list.length) return list;
  const longer = new Int32Array(Math.max(index + 1, list.length * 2));
  longer.set(list);
  return longer;
}

function hashOf(details: WrittenParagraph | undefined): number {
  const { heading, kind, locator, segmented } = details ?? {};
  if (!heading && !kind && !locator && !segmented) return 1;
  const text = JSON.stringify([heading, kind, locator, segmented]);
  let hash = 7;
  for (let index = 0; index < text.length; index++)
    hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash || 1;
}
