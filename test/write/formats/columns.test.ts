import { expect, test } from 'vitest';
import { exchangeTable, hostileTable } from './exchange-table.js';
import { written } from './written.js';

test('columns: a pair a line, a tab between its texts', async () => {
  const { files, said } = await written(exchangeTable(), 'columns');
  expect(files['']).toBe(
    'Fish & <b>chips</b> cost "3".\tسمك & بطاطا.\nTwo. Three.\tاثنان وثلاثة.\n',
  );
  expect(said.map(({ code }) => code)).toEqual(['rejected-left-out', 'unpaired-left-out']);
});

test('columns: tabs and line breaks of a text are blanks', async () => {
  const { files } = await written(hostileTable(), 'columns');
  const lines = (files[''] ?? '').split('\n');
  expect(lines.map((line) => line.split('\t').length)).toEqual([2, 2, 1]);
});
