import { expect, test } from 'vitest';
import type { Table } from '../../src/domain.js';
import { act } from '../../src/review/history.js';
import { isRefusal } from '../../src/review/model.js';
import { mergeRows } from '../../src/review/operations/rows.js';
import { reviewFromTable, tableFromReview } from '../../src/review/from-table.js';
import { extractedSource } from '../write/extracted-source.js';
import { makeRow } from '../write/table-fixture.js';
import { simpleReview, table } from './fixture.js';

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
  const rows = table.rows.map((row, index) => ({ ...row, id: index + 1 }));
  expect(tableFromReview(review)).toEqual({ ...table, rows, nextId: 4 });
});

test('a row keeps its number whatever is done to others; a new row gets one that no row ever had', () => {
  const review = simpleReview(4);
  const draft = mergeRows(review, 0, 'next');
  if (isRefusal(draft)) throw new Error(draft.refused);
  const merged = act(review, { type: 'do', entry: draft });
  const numbers = (state: typeof review) => tableFromReview(state).rows.map(({ id }) => id);
  expect(numbers(review)).toEqual([1, 2, 3, 4]);
  expect(numbers(merged)).toEqual([1, 3, 4]);
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

test('the passages of an alignment come back from a review as they were', () => {
  const of = (language: string) => ({
    language,
    sentences: Array.from({ length: 6 }, (_, index) => `${language} ${index + 1}.`),
  });
  const own = table(
    [of('en'), of('fr')],
    Array.from({ length: 6 }, (_, index) => ({ cells: [[index], [index]] })),
  );
  const passages = [
    { a: [0, 2], b: [4, 6], moved: true },
    { a: [2, 6], b: [0, 4], moved: false },
  ] as const;
  const alignments = own.alignments.map((alignment) => ({ ...alignment, passages }));
  const review = reviewFromTable({ ...own, alignments }, { model: null, segmented: false });
  expect(review.alignments[0]?.passages?.[0]).toEqual({ a: [1, 2], b: [5, 6], moved: true });
  expect(tableFromReview(review).alignments[0]?.passages).toEqual(passages);
});
