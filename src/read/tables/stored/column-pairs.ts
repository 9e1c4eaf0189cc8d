import { cellLocator, chosenColumns } from '../column-texts.js';
import type { TableRow } from '../table-row.js';
import { PairRows, type StoredPairs } from './stored-pairs.js';

/**
 * Reads a table of two columns, as `columnTexts` does.
 *
 * @param name the file, for messages
 * @returns undefined if more or fewer of its columns are texts
 * @throws AppError as `columnTexts`
 */
export async function columnPairs(
  name: string,
  rows: AsyncIterable<TableRow>,
  columns: readonly string[] | undefined,
): Promise<StoredPairs | undefined> {
  const { choice, all } = await chosenColumns(name, rows, columns);
  const [a, b] = choice.columns;
  if (!a || !b || choice.columns.length > 2) {
    await all.return(undefined);
    return undefined;
  }
  const pairs = new PairRows(name);
  const places = new Places();
  for await (const row of all) {
    if (!choice.takes(row)) continue;
    const texts = [cellText(row, a.index), cellText(row, b.index)] as const;
    if (texts[0] === '' && texts[1] === '') continue;
    pairs.add(texts);
    places.add(row);
  }
  return {
    texts: [
      { ...partOf(a), notices: choice.notices() },
      { ...partOf(b), notices: [] },
    ],
    kind: 'table-cell',
    length: pairs.length,
    textsOf: (side) => pairs.textsOf(side),
    *pairs() {
      for (let index = 0; index < pairs.length; index++) {
        const { row, sheet } = places.at(index);
        const locatorIn = (column: number) => cellLocator(row, column + 1, sheet);
        yield { texts: pairs.at(index), locators: [locatorIn(a.index), locatorIn(b.index)] };
      }
    },
  };
}

const cellText = ({ cells }: TableRow, index: number): string => (cells[index] ?? '').trim();

function partOf({ name, language }: { readonly name: string; readonly language?: string }): {
  readonly part: string;
  readonly language?: string;
} {
  return { part: name, ...(language !== undefined && { language }) };
}

/** Where rows stand. */
class Places {
  readonly #rows: number[] = [];
  /** The first row of each sheet, by its index here. */
  readonly #sheets: { readonly from: number; readonly sheet: string | undefined }[] = [];

  add({ row, sheet }: Pick<TableRow, 'row' | 'sheet'>): void {
    const last = this.#sheets.at(-1);
    if (!last || last.sheet !== sheet) this.#sheets.push({ from: this.#rows.length, sheet });
    this.#rows.push(row);
  }

  at(index: number): Pick<TableRow, 'row' | 'sheet'> {
    const sheet = this.#sheets.findLast(({ from }) => from <= index)?.sheet;
    return { row: this.#rows[index] ?? 0, ...(sheet !== undefined && { sheet }) };
  }
}
