/** The texts in the columns of a table, and what its rows link. */
import type { Locator } from '../../domain.js';
import type { FoundTexts, ReaderSettings } from '../documents/document.js';
import { TextBuilder } from '../documents/text-builder.js';
import { chooseColumns, type ChosenColumns } from './choose-columns.js';
import type { TableRow } from './table-row.js';

/** Rows that columns are chosen by. */
const sampleSize = 200;

/**
 * Reads the columns of a table: each is a text, each of its cells a block with the cell as its place. The
 * cells of a row are linked unless the columns are running texts. Linear in the table.
 *
 * @param name the file, for messages
 * @throws AppError `unclear-columns`, `too-large`, and what `rows` throws
 */
export async function columnTexts(
  name: string,
  rows: AsyncIterable<TableRow> | Iterable<TableRow>,
  { columns: named, rows: use = 'linked' }: ReaderSettings,
): Promise<FoundTexts> {
  const { choice, all } = await chosenColumns(name, rows, named);
  const texts = new ColumnTexts(name, choice);
  for await (const row of all) texts.add(row);
  return texts.finish(use === 'linked');
}

/** Chooses the columns of a table by its first rows; `all` are the rows from the first. Throws as `columnTexts`. */
export async function chosenColumns(
  name: string,
  rows: AsyncIterable<TableRow> | Iterable<TableRow>,
  named: readonly string[] | undefined,
): Promise<{
  readonly choice: ColumnChoice;
  readonly all: AsyncGenerator<TableRow, void, undefined>;
}> {
  const iterator =
    Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  const sample: TableRow[] = [];
  let isOver = false;
  while (!isOver && sample.length < sampleSize) {
    const next = await iterator.next();
    if (next.done === true) isOver = true;
    else sample.push(next.value);
  }
  const cells = sample.map((row) => row.cells);
  const choice = new ColumnChoice(chooseColumns(name, cells, named));
  async function* all(): AsyncGenerator<TableRow, void, undefined> {
    try {
      yield* sample;
      while (!isOver) {
        const next = await iterator.next();
        if (next.done === true) isOver = true;
        else yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { choice, all: all() };
}

/** The columns that are read of a table, and of which of its rows. */
export class ColumnChoice {
  readonly #chosen: ChosenColumns;
  #sheet: string | undefined;
  /** Whether the sheet has other columns than the first one. */
  #isOther = false;
  readonly #otherSheets: string[] = [];
  #isFirst = true;

  constructor(chosen: ChosenColumns) {
    this.#chosen = chosen;
  }

  get columns(): ChosenColumns['columns'] {
    return this.#chosen.columns;
  }

  /** Whether a row is one of texts; each row is asked about once, in order. */
  takes({ cells, sheet }: TableRow): boolean {
    if (this.#isFirst || sheet !== this.#sheet) {
      this.#isFirst = false;
      this.#sheet = sheet;
      this.#isOther = this.#chosen.hasHeader && !this.#isHeader(cells);
      if (this.#isOther && sheet !== undefined) this.#otherSheets.push(sheet);
      if (this.#chosen.hasHeader) return false;
    }
    // A sheet of other columns, such as a list of sources.
    return !this.#isOther;
  }

  #isHeader(cells: readonly string[]): boolean {
    return this.columns.every(({ index, name }) => (cells[index] ?? '').trim() === name);
  }

  /** What was not read. */
  notices(): string[] {
    const names = this.#otherSheets.map((name) => `"${name}"`).join(', ');
    if (names === '') return [];
    return [
      this.#otherSheets.length === 1
        ? `the sheet ${names} was not read: its first row does not have these columns`
        : `the sheets ${names} were not read: their first rows do not have these columns`,
    ];
  }
}

/** Where a cell is. */
export function cellLocator(
  row: number,
  column: number,
  sheet: string | undefined,
): Extract<Locator, { kind: 'cell' }> {
  return { kind: 'cell', row, column, ...(sheet !== undefined && { sheet }) };
}

class ColumnTexts {
  readonly #choice: ColumnChoice;
  readonly #builders: readonly TextBuilder[];
  /** Numbers of blocks by row and column; 0 for an empty cell. */
  readonly #numbers: number[] = [];

  constructor(name: string, choice: ColumnChoice) {
    this.#choice = choice;
    this.#builders = choice.columns.map(() => new TextBuilder(name));
  }

  add(table: TableRow): void {
    if (!this.#choice.takes(table)) return;
    const { row, cells, sheet } = table;
    this.#choice.columns.forEach(({ index }, at) => {
      const builder = this.#builders[at];
      const added = builder?.addExact((cells[index] ?? '').trim(), {
        kind: 'table-cell',
        locator: cellLocator(row, index + 1, sheet),
      });
      this.#numbers.push(added && builder ? builder.count : 0);
    });
  }

  finish(linked: boolean): FoundTexts {
    const { columns } = this.#choice;
    const notices = this.#choice.notices();
    const texts = columns.map(({ name, language }, at) => ({
      ...(this.#builders[at]?.finish() ?? { text: '', blocks: [] }),
      part: name,
      ...(language !== undefined && { language }),
      ...(at === 0 && notices.length > 0 && { notices }),
    }));
    if (!linked || columns.length < 2) return { texts };
    const links = columns.flatMap((_, a) =>
      columns.slice(a + 1).map((__, offset) => ({
        a,
        b: a + 1 + offset,
        links: this.#linksOf(a, a + 1 + offset),
      })),
    );
    return { texts, links };
  }

  #linksOf(a: number, b: number): { a: number[]; b: number[] }[] {
    const width = this.#choice.columns.length;
    const links: { a: number[]; b: number[] }[] = [];
    for (let at = 0; at < this.#numbers.length; at += width) {
      const [left = 0, right = 0] = [this.#numbers[at + a], this.#numbers[at + b]];
      if (left > 0 && right > 0) links.push({ a: [left], b: [right] });
    }
    return links;
  }
}
