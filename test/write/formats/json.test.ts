import { describe, expect, test } from 'vitest';
import type { Table } from '../../../src/domain.js';
import { tableText } from '../../../src/write/write-table.js';
import { makeRow, makeSource, makeTable, smallTable } from '../table-fixture.js';

interface Document {
  readonly format: string;
  readonly version: number;
  readonly sources: readonly object[];
  readonly streams: readonly object[];
  readonly rows: readonly {
    readonly id: number;
    readonly cells: readonly ({ text: string; spans: [number, number][] } | null)[];
  }[];
}

const documentOf = async (table: Table): Promise<Document> =>
  JSON.parse(await tableText(table, 'json')) as Document;

describe('json', () => {
  test('says what the sources and streams are before the rows', async () => {
    const { rows, ...head } = await documentOf(smallTable());
    expect(rows).toHaveLength(4);
    expect(head).toEqual({
      format: 'paralign',
      version: 1,
      sources: [
        { name: 'a.txt', length: 46, paragraphs: 5, sentences: 5 },
        { name: 'b.txt', length: 26, paragraphs: 2, sentences: 2 },
      ],
      streams: [
        { source: 'a.txt', language: 'en', sentences: [1, 3, 4, 5] },
        { source: 'b.txt', language: 'es', sentences: [1, 2] },
      ],
      alignments: [],
    });
  });

  test('has spans that give the text back', async () => {
    const table = smallTable();
    const { rows } = await documentOf(table);
    for (const { cells } of rows)
      cells.forEach((cell, source) => {
        const [span] = cell?.spans ?? [];
        if (cell && span)
          expect(table.sources[source]?.text.slice(span[0], span[1])).toBe(cell.text);
      });
  });

  test('is one document however many rows come, and with none', async () => {
    const lines = Array.from({ length: 1000 }, (_, index) => `${index}`);
    const sources = [makeSource('a', 'en', lines), makeSource('b', 'en', lines)];
    const table = makeTable(
      sources,
      lines.map((_, index) => makeRow([[index], [index]])),
    );
    expect((await documentOf(table)).rows.map(({ id }) => id)).toEqual(
      lines.map((_, index) => index + 1),
    );
    const empty = makeTable([makeSource('a', 'en', []), makeSource('b', 'en', [])], []);
    expect((await documentOf(empty)).rows).toEqual([]);
  });
});
