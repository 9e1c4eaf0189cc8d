import { SourceList } from './source-list.js';
import type { WrittenCell, WrittenRow, WrittenTable } from './written-table.js';

/** A cell that names its source. */
export interface DraftCell {
  readonly name: string;
  readonly cell: Omit<WrittenCell, 'source'>;
}

/** A row whose cells name their sources. */
export type DraftRow = Omit<WrittenRow, 'cells'>;

/** Collects rows whose sources are only known by name, until all are there. */
export class DraftRows {
  readonly #sources = new SourceList();
  readonly #rows: { readonly row: DraftRow; readonly cells: readonly DraftCell[] }[] = [];

  /** @param columns the columns of the cells, where they are not their places in the row */
  add(row: DraftRow, cells: readonly DraftCell[], columns?: readonly number[]): void {
    if (cells.length === 0) return;
    cells.forEach(({ name }, index) => this.#sources.see(name, columns?.[index] ?? index));
    this.#rows.push({ row, cells });
  }

  /** How many rows there are. */
  get count(): number {
    return this.#rows.length;
  }

  /** All rows, and the sources: the known ones first, as they stand. */
  finish(known: WrittenTable['sources'] = []): WrittenTable {
    const names = new Set(known.map(({ name }) => name));
    const others = this.#sources.names().filter((name) => !names.has(name));
    const sources = [...known, ...others.map((name) => ({ name }))];
    const indexes = new Map(sources.map(({ name }, index) => [name, index]));
    return {
      sources,
      rows: this.#rows.map(({ row, cells }) => ({
        ...row,
        cells: cells.map(({ name, cell }) => ({ ...cell, source: indexes.get(name) ?? 0 })),
      })),
    };
  }
}
