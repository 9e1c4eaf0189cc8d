import { expect, test } from 'vitest';
import type { Table } from '../../src/domain.js';
import { reviewFromTable, tableFromReview } from '../../src/review/from-table.js';
import { extractedSource } from '../write/extracted-source.js';
import { makeRow } from '../write/table-fixture.js';

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
