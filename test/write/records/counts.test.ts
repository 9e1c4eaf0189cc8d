import { expect, test } from 'vitest';
import { countRecords } from '../../../src/write/records/counts.js';
import { outputRecords } from '../../../src/write/records/records.js';
import { makeRow, smallTable } from '../table-fixture.js';

test('counts pairs by type, what stands alone by column, noise, and what to look at', () => {
  const rows = [
    makeRow([[0], [0]], { confidence: 0.49, crossing: true }),
    makeRow([[1, 2], [1]], { confidence: 0.5 }),
    makeRow([[3], []], { confidence: 0.1 }),
  ];
  expect(countRecords(outputRecords({ ...smallTable(), rows }))).toEqual({
    pairs: 2,
    types: [
      ['1-1', 1],
      ['2-1', 1],
    ],
    unmatched: [1, 0],
    noise: 1,
    doubtful: 1,
    crossing: 1,
    differences: 0,
  });
});
