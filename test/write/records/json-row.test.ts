import { describe, expect, test } from 'vitest';
import type { Table } from '../../../src/domain.js';
import { tableText } from '../../../src/write/write-table.js';
import { extractedSource } from '../extracted-source.js';
import { makeRow, makeSource, smallTable } from '../table-fixture.js';

/** What of the JSON document is looked at. */
interface Document {
  readonly sources: readonly object[];
  readonly rows: readonly { readonly cells: readonly (object | null)[] }[];
}

describe('the JSON of a source whose text was extracted', async () => {
  const sources = [extractedSource('a.srt', 'en'), makeSource('b.txt', 'es', ['Uno.', 'Dos.'])];
  const table: Table = {
    sources,
    streams: sources.map(({ sentences }, source) => ({
      source,
      language: source === 0 ? 'en' : 'es',
      sentences,
    })),
    alignments: [],
    rows: [makeRow([[0], [0]]), makeRow([[1, 2], [1]])],
  };
  const document: Document = JSON.parse(await tableText(table, 'json'));

  test('says so, and a file’s own text doesn’t', () => {
    expect(document.sources[0]).toMatchObject({ format: 'subtitles', textIs: 'extracted' });
    expect(Object.keys(document.sources[1] ?? {})).toEqual([
      'name',
      'length',
      'paragraphs',
      'sentences',
    ]);
  });

  test('has the places of a cell’s paragraphs, in their order', () => {
    const [first, second] = document.rows.map(({ cells }) => cells[0]);
    const cue = { kind: 'cue', start: 1000, end: 2500 };
    expect(first).toMatchObject({ paragraphs: [1], locators: [cue], segmented: true });
    expect(second).toMatchObject({ locators: [{ kind: 'page', page: 2 }, null] });
    expect(second).not.toHaveProperty('segmented');
  });

  test('has none where the format has none', () => {
    for (const { cells } of document.rows) {
      expect(cells[1]).not.toHaveProperty('locators');
      expect(cells[1]).not.toHaveProperty('segmented');
    }
  });
});

test('a cell has its original where a reviewer wrote the text, and else no field for it', async () => {
  const { rows, ...table } = smallTable();
  const edited = rows.map((row, index) =>
    index === 0 ? { ...row, edits: { 1: 'Uno, dos.' } } : row,
  );
  const { rows: written }: Document = JSON.parse(
    await tableText({ ...table, rows: edited }, 'json'),
  );
  expect(written[0]?.cells[1]).toMatchObject({ text: 'Uno, dos.', original: 'Uno, «dos».' });
  const others = [written[0]?.cells[0], ...written.slice(1).flatMap(({ cells }) => cells)];
  for (const cell of others) if (cell) expect(cell).not.toHaveProperty('original');
});
