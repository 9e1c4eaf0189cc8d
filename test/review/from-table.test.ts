import { expect, test } from 'vitest';
import type { Table } from '../../src/domain.js';
import { reviewFromTable, tableFromReview } from '../../src/review/from-table.js';
import { extractedSource } from '../write/extracted-source.js';
import { makeRow } from '../write/table-fixture.js';
import { simpleReview } from './fixture.js';

test('a table goes through a review with all that its sources say of themselves', () => {
  const sources = [extractedSource('a.srt', 'en'), extractedSource('b.srt', 'es')];
  const table: Table = {
    sources,
    streams: sources.map(({ sentences }, source) => ({
      source,
      language: source === 0 ? 'en' : 'es',
      sentences,
    })),
    alignments: [],
    rows: [0, 1, 2].map((position) => makeRow([[position], [position]])),
  };
  const review = reviewFromTable(table, { model: null, segmented: false });
  expect(review.sources[0]).not.toHaveProperty('sentences');
  expect(tableFromReview(review)).toEqual(table);
});

test('what a person put together is written without score and confidence, from old files too', () => {
  const review = simpleReview(2);
  const old = review.rows.map((row) => ({ ...row, method: 'manual' as const, confidence: 1 }));
  const { rows } = tableFromReview({ ...review, rows: old });
  expect(rows.map(({ score, confidence }) => [score, confidence])).toEqual([
    [0, 0],
    [0, 0],
  ]);
});
