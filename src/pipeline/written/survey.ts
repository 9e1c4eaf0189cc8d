/** Whether the rows of a file are those of two whole texts, in order. */
import type { WrittenCell, WrittenRow } from '../../read/written/written-table.js';
import { NumberedCells } from './numbered-cells.js';
import type { PlacedCell } from './written-sentences.js';
import { isAligned } from './written-table.js';

/** What a survey finds out about a file. */
export interface Found {
  readonly languages: readonly [string, string];
  readonly cells: readonly [NumberedCells, NumberedCells];
  /** The number behind those of all rows. */
  readonly nextId: number;
  readonly hasLocators: boolean;
  readonly hasQuality: boolean;
  /** Rows with a part of each text, and those of them found by likeness alone. */
  readonly linked: number;
  readonly comparable: number;
  /** Rows that are no strays. */
  readonly aligned: number;
}

/** Numbers that have been there. */
class NumberSet {
  #bits = new Uint8Array(1 << 16);

  /** False if it was there before, or is too high to be remembered. */
  add(number: number): boolean {
    const place = number >> 3;
    if (place >= highestNumber >> 3) return false;
    while (place >= this.#bits.length) {
      const longer = new Uint8Array(this.#bits.length * 2);
      longer.set(this.#bits);
      this.#bits = longer;
    }
    const bit = 1 << (number & 7);
    const known = this.#bits[place] ?? 0;
    this.#bits[place] = known | bit;
    return (known & bit) === 0;
  }
}

const highestNumber = 1 << 28;

/** Looks through the rows of a file once, whether all is as it is in a file that nobody changed. */
export class Survey {
  readonly #languages: [string | undefined, string | undefined] = [undefined, undefined];
  readonly #cells = [new NumberedCells(), new NumberedCells()] as const;
  readonly #ids = new NumberSet();
  #aligned = 0;
  #linked = 0;
  #comparable = 0;
  #last = 0;
  #stray = Infinity;
  #hasLocators = false;
  #hasQuality = false;
  /** The stray right before, of those behind a row. */
  #before: WrittenCell | undefined;

  /** Looks at a row; false if it is not as such files have it, which then are of no use here. */
  add(row: WrittenRow): boolean {
    this.#hasQuality ||= row.quality !== undefined;
    const isStray = !isAligned(row);
    const [first, second] = row.cells;
    if (!first || row.cells.length > 2 || second?.source === first.source) return false;
    if (isStray) {
      if (second || first.sentences.length !== 1) return false;
      this.#stray = Math.min(this.#stray, row.id ?? 0);
      // Strays between two rows come source by source, each in the order of its text.
      if (this.#before && !isBefore(this.#before, first)) return false;
      this.#before = first;
    } else if (!this.#addAligned(row, second !== undefined)) return false;
    for (const cell of row.cells) {
      if (cell.sentences.length === 0 || cell.paragraphs.length > cell.sentences.length)
        return false;
      this.#hasLocators ||= cell.paragraphs.some(({ locator }) => locator);
      const own = this.#cells[cell.source];
      if (own?.add(cell, placed(row, cell), this.#aligned, isStray) !== true) return false;
    }
    return true;
  }

  #addAligned({ id, method, cells }: WrittenRow, isLink: boolean): boolean {
    this.#before = undefined;
    if (id === undefined || !this.#ids.add(id)) return false;
    this.#last = Math.max(this.#last, id);
    this.#aligned++;
    if (isLink) {
      this.#linked++;
      if (method === 'comparable') this.#comparable++;
    }
    for (const { source, language } of cells) {
      if (source !== 0 && source !== 1) return false;
      this.#languages[source] ??= language;
      if (language === undefined || this.#languages[source] !== language) return false;
    }
    return true;
  }

  /** What was found, once all rows were as they should be; undefined if they are not all that there should be. */
  found(): Found | undefined {
    const [a, b] = this.#languages;
    if (a === undefined || b === undefined) return undefined;
    if (!this.#cells.every((own) => own.areInOrder())) return undefined;
    const [stray, last] = [this.#stray, this.#last];
    return {
      languages: [a, b],
      cells: this.#cells,
      nextId: stray > last && stray !== Infinity ? stray : last + 1,
      hasLocators: this.#hasLocators,
      hasQuality: this.#hasQuality,
      linked: this.#linked,
      comparable: this.#comparable,
      aligned: this.#aligned,
    };
  }
}

function isBefore(x: WrittenCell, y: WrittenCell): boolean {
  if (x.source !== y.source) return x.source < y.source;
  return (x.sentences[0] ?? 0) < (y.sentences[0] ?? 0);
}

/** A cell of a row with the numbers of the file. */
export function placed(row: WrittenRow, cell: WrittenCell): PlacedCell {
  const noise = row.method === 'noise' ? (row.noise ?? 'manual') : null;
  return { cell, noise, numbers: cell.sentences };
}
