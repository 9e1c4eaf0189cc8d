import { RowStore } from './row-store.js';
import { SourceList } from './source-list.js';
import type { WrittenCell, WrittenRow, WrittenTable } from './written-table.js';

/** A cell that names its source. */
export interface DraftCell {
  readonly name: string;
  readonly cell: Omit<WrittenCell, 'source'>;
}

/** A row whose cells name their sources. */
export type DraftRow = Omit<WrittenRow, 'cells'>;

/** A row as it was read, and the columns of its cells. */
export interface ReadRow {
  readonly row: DraftRow;
  readonly cells: readonly DraftCell[];
  readonly columns: readonly number[];
}

/** Collects rows whose sources are only known by name, until all are there. */
export class DraftRows {
  readonly #sources = new SourceList();
  readonly #indexes = new Map<string, number>();
  readonly #rows = new RowStore();

  /** @param columns the columns of the cells, where they are not their places in the row */
  add(row: DraftRow, cells: readonly DraftCell[], columns?: readonly number[]): void {
    if (cells.length === 0) return;
    const own = cells.map(({ name, cell }, index): WrittenCell => {
      this.#sources.see(name, columns?.[index] ?? index);
      let source = this.#indexes.get(name);
      if (source === undefined) this.#indexes.set(name, (source = this.#indexes.size));
      return { source, ...cell };
    });
    this.#rows.add(row, own);
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
    const places = new Map(sources.map(({ name }, index) => [name, index]));
    const final = [...this.#indexes.keys()].map((name) => places.get(name) ?? 0);
    const store = this.#rows;
    return {
      sources,
      rows: { length: store.length, [Symbol.iterator]: () => store.rows(final) },
    };
  }
}
