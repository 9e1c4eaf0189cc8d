import { describe, expect, test } from 'vitest';
import { readSource } from '../../../src/read/read-source.js';
import { makeRow, makeSource, makeTable } from '../table-fixture.js';
import { bookTable } from './book-fixture.js';
import { askPython, lacksModule } from './book-programs.js';
import { writtenBytes } from './written-bytes.js';

const script = `
import openpyxl, json, sys
book = openpyxl.load_workbook(sys.argv[1])
rows = book['Rows']
header = [c.value for c in rows[1]]
column = lambda name: [r[header.index(name)] for r in rows.iter_rows(min_row=2)]
print(json.dumps({
  'sheets': book.sheetnames, 'frozen': rows.freeze_panes, 'filter': rows.auto_filter.ref,
  'a': [c.value for c in column('a_text')], 'types': [c.data_type for c in column('a_text')],
  'order': [c.alignment.readingOrder for c in column('b_text')],
  'wrapped': [c.alignment.wrap_text for c in column('a_text')],
  'confidence': [c.value for c in column('confidence')],
  'colours': [c.fill.fgColor.rgb for c in column('confidence')],
  'sources': [[c.value for c in r] for r in book['Sources'].iter_rows()],
}))
`;

const tricky = ['=1+1', 'a_x000D_b', 'line\r\nbreak', ' spaces ', '<&>"', '+cmd|calc'] as const;

const trickyTable = () =>
  makeTable([makeSource('a', 'en', ['x']), makeSource('b', 'es', ['y'])], [makeRow([[0], [0]])]);

/** The table with a text that a reviewer wrote. */
const withText = (text: string) => {
  const table = trickyTable();
  return { ...table, rows: table.rows.map((row) => ({ ...row, edits: { 0: text } })) };
};

describe('xlsx', () => {
  test('has the same bytes for the same table', async () => {
    const [a, b] = [
      await writtenBytes(bookTable(), 'xlsx'),
      await writtenBytes(bookTable(), 'xlsx'),
    ];
    expect(a.equals(b)).toBe(true);
  });

  test.each(tricky)('keeps %j as text when it is read back', async (text) => {
    const bytes = await writtenBytes(withText(text), 'xlsx');
    const { sources } = await readSource('x.xlsx', bytes, { columns: ['a_text', 'b_text'] });
    // The reader goes on with the sheet of sources.
    expect(sources[0]?.text.trim().split('\noffsets in\n')[0]).toBe(text.trim());
  });

  test('refuses a text that Excel would not take, and names the cell', async () => {
    await expect(writtenBytes(withText('x'.repeat(32_768)), 'xlsx')).rejects.toMatchObject({
      code: 'cell-too-long',
      message: expect.stringContaining('cell D2') as string,
    });
    await writtenBytes(withText('x'.repeat(32_767)), 'xlsx');
  });

  test.skipIf(lacksModule('openpyxl'))(
    'openpyxl finds the rows, shaded, and the sources',
    async () => {
      const table = bookTable();
      const rows = table.rows.map((row, index) =>
        index < 3 ? { ...row, confidence: [0.95, 0.6, 0.2][index] ?? 0 } : row,
      );
      const found = askPython(script, await writtenBytes({ ...table, rows }, 'xlsx'), 'xlsx');
      expect(found).toMatchObject({
        sheets: ['Rows', 'Sources'],
        frozen: 'A2',
        filter: 'A1:AA7',
        a: ['The <Sun> & "Wind"', 'One.', 'Two. Three.', 'Share this', 'Only here.', 'The end.'],
        order: [2, 2, 2, 0, 0, 2],
        wrapped: [true, true, true, true, true, true],
        confidence: [0.95, 0.6, 0.2, 0, 0.5, 0.9],
        colours: ['FFD9EAD3', 'FFFFF2CC', 'FFF4CCCC', '00000000', '00000000', 'FFD9EAD3'],
      });
      expect(found).toHaveProperty('sources.1', ['a.txt', 'en', null, 'file', 70, 5, 7]);
    },
  );

  test.skipIf(lacksModule('openpyxl')).each(tricky)('openpyxl reads %j as text', async (text) => {
    const found = askPython(script, await writtenBytes(withText(text), 'xlsx'), 'xlsx');
    expect(found).toMatchObject({ types: ['s'] });
  });
});
