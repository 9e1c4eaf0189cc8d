import { expect, test } from 'vitest';
import type { Table } from '../../src/domain.js';
import { act as done } from '../../src/review/history.js';
import { parseReview } from '../../src/review/file/parse-review.js';
import { isJudged, withQualities } from '../../src/review/judged.js';
import { isRefusal, type Draft, type Review } from '../../src/review/model.js';
import { setNote } from '../../src/review/operations/decide.js';
import { editText } from '../../src/review/operations/texts.js';
import { mergeRows } from '../../src/review/operations/rows.js';
import { reviewFromTable, tableFromReview } from '../../src/review/from-table.js';
import { extractedSource } from '../write/extracted-source.js';
import { makeRow } from '../write/table-fixture.js';
import { simpleReview, table } from './fixture.js';
import { reviewText } from './review-text.js';

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

test('a quality and why it is no better stay in the file until the texts of the row change', () => {
  const own = table(
    [
      { language: 'en', sentences: ['One.', 'Two.', 'Three.'] },
      { language: 'fr', sentences: ['Un.', 'Deux.', 'Trois.'] },
    ],
    [0, 1, 2].map((index) => ({ cells: [[index], [index]] })),
  );
  const rows = own.rows.map((row) => ({ ...row, quality: 0.25, faults: ['length'] as const }));
  const judged = reviewFromTable({ ...own, rows }, { model: null, segmented: false });
  const read = parseReview('x', reviewText(judged));
  expect(read.rows[0]).toMatchObject({ quality: 0.25, faults: ['length'] });
  const act = (review: Review, draft: Draft) => {
    if (isRefusal(draft)) throw new Error(draft.refused);
    return done(review, { type: 'do', entry: draft });
  };
  const noted = act(read, setNote(read, 0, 'why'));
  expect(noted.rows[0]).toMatchObject({ note: 'why', quality: 0.25, faults: ['length'] });
  const edited = act(noted, editText(noted, 0, 1, 'Un et un.'));
  expect(edited.rows[0]).not.toHaveProperty('quality');
  expect(edited.rows[0]).not.toHaveProperty('faults');
  const merged = act(edited, mergeRows(edited, 1, 'next'));
  expect(tableFromReview(merged).rows.map(({ quality }) => quality)).toEqual([
    undefined,
    undefined,
  ]);
});

test('judging a review again keeps its decisions and its history', () => {
  const review = simpleReview(2);
  const entry = setNote(review, 0, 'why');
  if (isRefusal(entry)) throw new Error(entry.refused);
  const noted = done(review, { type: 'do', entry });
  const own = tableFromReview(noted);
  const rows = own.rows.map((row, index) => (index === 0 ? { ...row, quality: 0.5 } : row));
  const judged = withQualities(noted, { rows });
  expect(judged.rows.map(({ quality }) => quality)).toEqual([0.5, undefined]);
  expect(isJudged(judged)).toBe(true);
  expect(isJudged(withQualities(judged, own))).toBe(false);
  expect({ ...judged, rows: [] }).toEqual({ ...noted, rows: [] });
  expect(judged.rows[0]).toMatchObject({ note: 'why' });
});

test('a row keeps its number whatever is done to others; a new row gets one that no row ever had', () => {
  const review = simpleReview(4);
  const draft = mergeRows(review, 0, 'next');
  if (isRefusal(draft)) throw new Error(draft.refused);
  const merged = done(review, { type: 'do', entry: draft });
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
