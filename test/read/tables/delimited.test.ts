import { expect, test } from 'vitest';
import { readCsv } from '../../../src/read/tables/delimited.js';

test('a table with more rows than a spreadsheet can have is refused while it is read', () => {
  expect(() => readCsv('a.csv', 'a,b\n'.repeat(1_100_000))).toThrow(
    'a.csv:1048577: more than 1048576 rows',
  );
});
