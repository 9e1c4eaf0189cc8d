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

test('a rejected row is no pair: its sentences stand alone', () => {
  const rows = [
    makeRow([[0], [0]]),
    makeRow([[1, 2], [1]], { status: 'rejected', confidence: 0.1, crossing: true }),
    makeRow([[3], []]),
  ];
  expect(countRecords(outputRecords({ ...smallTable(), rows }))).toMatchObject({
    pairs: 1,
    types: [['1-1', 1]],
    unmatched: [3, 1],
    doubtful: 0,
    crossing: 0,
  });
});
