import { describe, expect, test } from 'vitest';
import { tableText } from '../../../src/write/write-table.js';
import { makeTable, makeSource, smallTable } from '../table-fixture.js';

describe('jsonl', () => {
  test('holds the rows of the json document, one a line', async () => {
    const document = JSON.parse(await tableText(smallTable(), 'json')) as { rows: unknown[] };
    const lines = (await tableText(smallTable(), 'jsonl')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(document.rows);
  });

  test('is empty for a table without records', async () => {
    const empty = makeTable([makeSource('a', 'en', []), makeSource('b', 'en', [])], []);
    expect(await tableText(empty, 'jsonl')).toBe('');
  });
});
