import { expect, test } from 'vitest';
import { countRecords, countTable } from '../../../src/write/records/counts.js';
import { outputRecords } from '../../../src/write/records/records.js';
import { extractedSource } from '../extracted-source.js';
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

const noise = { ...smallTable() };
const [a, b] = noise.sources;

test.each([
  ['pairs and sentences alone', noise],
  ['no rows: all sentences stand in none', { ...noise, rows: [] }],
  [
    'streams without noise',
    { ...noise, streams: noise.streams.slice(0, 1), rows: [makeRow([[0]])] },
  ],
  [
    'one source with two languages',
    {
      ...noise,
      sources: [a ?? extractedSource('x', 'en')],
      streams: [0, 1].map((at) => ({
        source: 0,
        language: at === 0 ? 'en' : 'es',
        sentences: (a?.sentences ?? []).slice(2 * at, 2 * at + 2),
      })),
      rows: [makeRow([[0], [1]]), makeRow([[1], []]), makeRow([[], [0]], { status: 'rejected' })],
    },
  ],
  [
    'two streams of one source in a row',
    {
      ...noise,
      sources: [a ?? extractedSource('x', 'en'), b ?? extractedSource('y', 'es')],
      streams: [...noise.streams, { ...noise.streams[0]!, language: 'fr' }],
      rows: [makeRow([[0], [], [1]]), makeRow([[2], [0], [3]]), makeRow([[1], [], []])],
    },
  ],
])('of a table are those of its records: %s', (_, table) => {
  const rows = [...table.rows, makeRow(table.streams.map(() => []))];
  for (const own of [table, { ...table, rows }])
    expect(countTable(own)).toEqual(countRecords(outputRecords(own)));
});
