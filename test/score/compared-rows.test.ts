import { expect, test } from 'vitest';
import { compareAlignments } from '../../src/score/compare-alignments.js';
import { comparedRows, linkedOrDecided } from '../../src/score/compared-rows.js';
import { linkedRows, reviewFromTable, tableFromReview } from '../../src/review/from-table.js';
import { tableBeads } from '../../src/score/table-beads.js';
import { table } from '../review/fixture.js';

const own = table(
  [
    { language: 'en', sentences: ['One.', 'Two.', 'Three.', 'Four.'] },
    { language: 'fr', sentences: ['Un.', 'Deux.', 'Trois.'] },
  ],
  [{ cells: [[0], [0]] }, { cells: [[1], []] }, { cells: [[2, 3], [1]] }, { cells: [[], [2]] }],
);
const rows = own.rows.map((row, index) =>
  index === 1 ? { ...row, status: 'accepted' as const } : row,
);
const review = reviewFromTable({ ...own, rows }, { model: null, segmented: false });

test('rows that neither link nor decide anything make no difference to a comparison', () => {
  const all = comparedRows(linkedRows(review));
  const kept = linkedOrDecided(linkedRows(review));
  expect([all.length, kept.map(({ id }) => id)]).toEqual([4, [1, 2, 3]]);
  expect(compareAlignments(kept, kept)).toEqual(compareAlignments(all, all));
});

test('a review has the same links row by row as its table has', () => {
  const whole = tableFromReview(review);
  expect(tableBeads(linkedRows(review))).toEqual(tableBeads(whole));
  expect(comparedRows(linkedRows(review))).toEqual(comparedRows(whole));
});

test('the beads of a review are those of its rows', () => {
  const [alignment] = tableFromReview(review).alignments;
  expect(alignment?.beads.map(({ a, b, score }) => [a, b, score])).toEqual([
    [[0], [0], 0.8],
    [[1], [], 0],
    [[2, 3], [1], 0.8],
    [[], [2], 0],
  ]);
});
