import { expect, test } from 'vitest';
import { reviewFromTable, tableFromReview } from '../../src/review/from-table.js';
import { originalText } from '../../src/review/text.js';
import { outputRecords } from '../../src/write/records/records.js';
import { makeRow, makeSource, makeTable } from '../write/table-fixture.js';

const origin = { model: null, segmented: false };

test.each([
  ['en', ['One.', 'Two.'], [[0, 1]]],
  ['zh', ['一。', '二。'], [[0, 1]]],
  ['en', ['One.', 'ad|noise', 'Two.'], [[0, 1]]],
  ['zh', ['一。', 'ad|noise', '二。'], [[0, 1]]],
])('in %s, %j reads in a review as outputs write it, in one line', (language, lines, [cell]) => {
  const table = makeTable(
    [makeSource('a', language, lines), makeSource('b', 'en', ['x'])],
    [makeRow([cell ?? [], [0]])],
  );
  const review = reviewFromTable(table, origin);
  const [row] = review.rows;
  const record = [...outputRecords(tableFromReview(review))].find(({ cells }) => cells[1]);
  expect(row && originalText(review, row, 0)).toBe(record?.cells[0]?.text.replace(/\s+/g, ' '));
});

test('what stands between neighbours in the source is shown', () => {
  const text = 'One. (*) Two.';
  const [first, second] = [
    { start: 0, end: 4 },
    { start: 9, end: 13 },
  ].map((span, index) => ({
    ...span,
    number: index + 1,
    paragraph: 1,
    language: 'en',
    text: text.slice(span.start, span.end),
    noise: null,
  }));
  if (!first || !second) throw new Error('fixture');
  const a = { ...makeSource('a', 'en', []), text, sentences: [first, second] };
  const table = makeTable([a, makeSource('b', 'en', ['x'])], [makeRow([[0, 1], [0]])]);
  const review = reviewFromTable(table, origin);
  const [row] = review.rows;
  expect(row && originalText(review, row, 0)).toBe(text);
});
