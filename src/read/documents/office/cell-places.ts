import type { Locator } from '../../../domain.js';

interface OpenTable {
  row: number;
  column: number;
  /** Columns that the current cell is wide. */
  width: number;
}

/** Columns of a table that are counted; wider ones are damaged. */
const mostColumns = 16_384;

/** Where in the tables of a document the reader is: in what row and column of the innermost one. */
export class CellPlaces {
  readonly #tables: OpenTable[] = [];
  readonly #inCell: boolean[] = [];

  beginTable(): void {
    this.#tables.push({ row: 0, column: 1, width: 1 });
    this.#inCell.push(false);
  }

  beginRow(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    table.row++;
    table.column = 1;
  }

  beginCell(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    table.width = 1;
    this.#inCell.splice(-1, 1, true);
  }

  /** The current cell is so many columns wide. */
  widen(columns: number): void {
    const table = this.#tables.at(-1);
    if (table && columns >= 1) table.width = Math.min(columns, mostColumns);
  }

  endCell(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    table.column = Math.min(table.column + table.width, mostColumns);
    this.#inCell.splice(-1, 1, false);
  }

  endTable(): void {
    this.#tables.pop();
    this.#inCell.pop();
  }

  /** The cell that is open, undefined outside of tables. */
  get place(): (Locator & { kind: 'cell' }) | undefined {
    const table = this.#tables.at(-1);
    if (!table || this.#inCell.at(-1) !== true) return undefined;
    return { kind: 'cell', row: table.row, column: table.column };
  }
}
