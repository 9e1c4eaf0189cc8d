/** Pages for tests, from texts alone. */

import type { PageColumn, PageData, PageRow } from '../../src/report/data/page-data.js';
import { passagesOf } from '../../src/report/data/passages.js';

/** What a test says of a page. */
export interface ExamplePage {
  readonly columns: readonly Pick<PageColumn, 'name' | 'language'>[];
  /** The texts of each row: null where a source has none, a row where more is to be said. */
  readonly rows: readonly (readonly (string | null)[] | ExampleRow)[];
  readonly readOnly?: boolean;
}

/** A row of which more is said than its texts. */
export interface ExampleRow extends Partial<Omit<PageRow, 'cells'>> {
  readonly texts: readonly (string | null)[];
}

/** A page on which sentence n of each text is in row n, as far as it has one. */
export function examplePage({ columns, rows, readOnly = false }: ExamplePage): PageData {
  const next = columns.map(() => 0);
  const made = rows.map((given, index): PageRow => {
    const { texts, ...facts }: ExampleRow = 'texts' in given ? given : { texts: given };
    return {
      id: index + 1,
      confidence: 0.9,
      ...facts,
      cells: texts.map((text, column) => {
        if (text === null) return null;
        const at = (next[column] = (next[column] ?? 0) + 1);
        return { text, at: [at, at] };
      }),
    };
  });
  return {
    alignment: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    readOnly,
    origin: { source: 'example.paralign', program: 'paralign 0', model: 'small', options: [] },
    columns: columns.map((column, index) => ({
      ...column,
      sentences: next[index] ?? 0,
      chapters: [],
    })),
    rows: made,
    maps: columns.flatMap((_, a) =>
      columns.slice(a + 1).map((_other, index) => {
        const b = a + 1 + index;
        return { a, b, passages: passagesOf(made, a, b) };
      }),
    ),
  };
}
