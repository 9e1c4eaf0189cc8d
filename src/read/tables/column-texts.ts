/** The texts in the columns of a table, and what its rows link. */
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
  const sample: TableRow[] = [];
  let texts: ColumnTexts | undefined;
  for await (const row of rows) {
    if (texts) texts.add(row);
    else if (sample.push(row) === sampleSize) texts = begin(name, sample, named);
  }
  texts ??= begin(name, sample, named);
  return texts.finish(use === 'linked');
}

function begin(
  name: string,
  sample: readonly TableRow[],
  named: readonly string[] | undefined,
): ColumnTexts {
  const texts = new ColumnTexts(
    name,
    chooseColumns(
      name,
      sample.map(({ cells }) => cells),
      named,
    ),
  );
  for (const row of sample) texts.add(row);
  return texts;
}

class ColumnTexts {
  readonly #chosen: ChosenColumns;
  readonly #builders: readonly TextBuilder[];
  /** Numbers of blocks by row and column; 0 for an empty cell. */
  readonly #numbers: number[] = [];
  #sheet: string | undefined;
  /** Whether the sheet has other columns than the first one. */
  #isOther = false;
  readonly #otherSheets: string[] = [];
  #isFirst = true;

  constructor(name: string, chosen: ChosenColumns) {
    this.#chosen = chosen;
    this.#builders = chosen.columns.map(() => new TextBuilder(name));
  }

  add({ row, cells, sheet }: TableRow): void {
    if (this.#isFirst || sheet !== this.#sheet) {
      this.#isFirst = false;
      this.#sheet = sheet;
      this.#isOther = this.#chosen.hasHeader && !this.#isHeader(cells);
      if (this.#isOther && sheet !== undefined) this.#otherSheets.push(sheet);
      if (this.#chosen.hasHeader) return;
    }
    // A sheet of other columns, such as a list of sources.
    if (this.#isOther) return;
    this.#chosen.columns.forEach(({ index }, at) => {
      const builder = this.#builders[at];
      const added = builder?.addExact((cells[index] ?? '').trim(), {
        kind: 'table-cell',
        locator: {
          kind: 'cell',
          row,
          column: index + 1,
          ...(sheet !== undefined && { sheet }),
        },
      });
      this.#numbers.push(added && builder ? builder.count : 0);
    });
  }

  #isHeader(cells: readonly string[]): boolean {
    return this.#chosen.columns.every(({ index, name }) => (cells[index] ?? '').trim() === name);
  }

  #notices(): string[] {
    const names = this.#otherSheets.map((name) => `"${name}"`).join(', ');
    if (names === '') return [];
    return [
      this.#otherSheets.length === 1
        ? `the sheet ${names} was not read: its first row does not have these columns`
        : `the sheets ${names} were not read: their first rows do not have these columns`,
    ];
  }

  finish(linked: boolean): FoundTexts {
    const { columns } = this.#chosen;
    const texts = columns.map(({ name, language }, at) => ({
      ...(this.#builders[at]?.finish() ?? { text: '', blocks: [] }),
      part: name,
      ...(language !== undefined && { language }),
      ...(at === 0 && this.#otherSheets.length > 0 && { notices: this.#notices() }),
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
    const width = this.#chosen.columns.length;
    const links: { a: number[]; b: number[] }[] = [];
    for (let at = 0; at < this.#numbers.length; at += width) {
      const [left = 0, right = 0] = [this.#numbers[at + a], this.#numbers[at + b]];
      if (left > 0 && right > 0) links.push({ a: [left], b: [right] });
    }
    return links;
  }
}
