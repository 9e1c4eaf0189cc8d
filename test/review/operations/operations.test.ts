import { describe, expect, test } from 'vitest';
import { act } from '../../../src/review/history.js';
import { reviewFromTable, tableFromReview } from '../../../src/review/from-table.js';
import { isRefusal, type Draft, type Review } from '../../../src/review/model.js';
import {
  decide,
  decideAll,
  setNote,
  toggleDoubt,
  toggleFlag,
} from '../../../src/review/operations/decide.js';
import {
  linkRows,
  mergeRows,
  moveSentence,
  splitRow,
  swapWithNext,
  unlink,
} from '../../../src/review/operations/rows.js';
import { editText, replaceText, splitSentence } from '../../../src/review/operations/texts.js';
import { cellText } from '../../../src/review/text.js';
import { shown, simpleReview, table } from '../fixture.js';

function perform(review: Review, draft: Draft): Review {
  if (isRefusal(draft)) throw new Error(draft.refused);
  return act(review, { type: 'do', entry: draft });
}

describe('operations on rows', () => {
  test('merging joins all columns and stands where the first row stood', () => {
    const merged = perform(simpleReview(3), mergeRows(simpleReview(3), 0, 'next'));
    expect(shown(merged)).toEqual([
      'en sentence 1. en sentence 2. | fr sentence 1. fr sentence 2.',
      'en sentence 3. | fr sentence 3.',
    ]);
    expect(merged.rows[0]).toMatchObject({ method: 'manual', status: 'edited', confidence: 0 });
  });

  test('splitting is the other half of merging', () => {
    const merged = perform(simpleReview(3), mergeRows(simpleReview(3), 1, 'previous'));
    const split = perform(merged, splitRow(merged, 0, [1, 1]));
    expect(shown(split)).toEqual(shown(simpleReview(3)));
  });

  test('moving a sentence leaves the other columns where they are', () => {
    const review = simpleReview(3);
    const moved = perform(review, moveSentence(review, 0, 1, 'next'));
    expect(shown(moved)).toEqual([
      'en sentence 1. | ',
      'en sentence 2. | fr sentence 1. fr sentence 2.',
      'en sentence 3. | fr sentence 3.',
    ]);
  });

  test('moving the last sentence of the last row makes a row below it', () => {
    const review = simpleReview(2);
    const moved = perform(review, moveSentence(review, 1, 0, 'next'));
    expect(shown(moved).slice(1)).toEqual([' | fr sentence 2.', 'en sentence 2. | ']);
  });

  test('a row that loses its last sentence goes, and its note goes with the sentence', () => {
    let review = simpleReview(2);
    review = perform(review, unlink(review, 0, 1));
    review = perform(review, setNote(review, 0, 'look again'));
    review = perform(review, moveSentence(review, 0, 0, 'next'));
    expect(shown(review)).toEqual([
      'en sentence 1. | fr sentence 1.',
      'en sentence 2. | fr sentence 2.',
    ]);
    expect(review.rows[0]?.note).toBe('look again');
  });

  test('swapping a column makes two crossing rows', () => {
    const review = simpleReview(3);
    const swapped = perform(review, swapWithNext(review, 0, 1));
    expect(shown(swapped).slice(0, 2)).toEqual([
      'en sentence 1. | fr sentence 2.',
      'en sentence 2. | fr sentence 1.',
    ]);
    expect(swapped.rows.map((row) => row.crossing)).toContain(true);
    expect(swapped.rows[2]?.crossing).toBe(false);
  });

  test('unlinking a column of several sentences gives each a row of its own', () => {
    let review = simpleReview(2);
    review = perform(review, mergeRows(review, 0, 'next'));
    review = perform(review, unlink(review, 0, 1));
    expect(shown(review)).toEqual([
      'en sentence 1. en sentence 2. | ',
      ' | fr sentence 1.',
      ' | fr sentence 2.',
    ]);
  });

  test('linking at a distance joins the sentences where the first column has them', () => {
    let review = simpleReview(4);
    review = perform(review, unlink(review, 0, 1));
    review = perform(review, unlink(review, 3, 1));
    const lone = review.rows.find((row) => row.cells[0]?.length === 0);
    review = perform(review, linkRows(review, [lone?.id ?? -1, 3]));
    expect(shown(review)).toContain('en sentence 4. | fr sentence 1.');
    expect(review.rows.find((row) => row.id === 3)?.crossing).toBe(true);
  });

  test('three columns work as two do', () => {
    const review = simpleReview(2, ['en', 'fr', 'ja']);
    const moved = perform(review, moveSentence(review, 1, 2, 'previous'));
    expect(shown(moved)).toEqual([
      'en sentence 1. | fr sentence 1. | ja sentence 1.ja sentence 2.'.replace('.ja', '. ja'),
      'en sentence 2. | fr sentence 2. | ',
    ]);
  });

  test.each([
    ['merging after the last row', (review: Review) => mergeRows(review, 1, 'next')],
    ['merging before the first row', (review: Review) => mergeRows(review, 0, 'previous')],
    ['splitting off nothing', (review: Review) => splitRow(review, 0, [1, 1])],
    ['linking one row', (review: Review) => linkRows(review, [0])],
    ['a row that does not exist', (review: Review) => decide(review, 99, 'accepted')],
    ['the same note', (review: Review) => setNote(review, 0, '')],
    ['clearing what is not decided', (review: Review) => decide(review, 0, 'unreviewed')],
    ['replacing what is nowhere', (review: Review) => replaceText(review, [0], 'zz', 'y', null, 0)],
  ])('refuses in words: %s', (_, draft) => {
    const given = draft(simpleReview(2));
    expect(isRefusal(given) && given.refused).toMatch(/\w/);
  });
});

describe('operations on texts', () => {
  test('a sentence is split at a character, with exact offsets and no blank at the cut', () => {
    const review = reviewFromTable(
      table(
        [
          { language: 'en', sentences: ['He came, she left.', 'End.'] },
          { language: 'de', sentences: ['Er kam.', 'Ende.'] },
        ],
        [{ cells: [[0], [0]] }, { cells: [[1], [1]] }],
      ),
      { model: null, segmented: false },
    );
    const split = perform(review, splitSentence(review, 0, 0, 0, 8));
    expect(shown(split)[0]).toBe('He came, she left. | Er kam.');
    expect(split.rows[0]?.cells[0]).toHaveLength(2);
    const { streams } = tableFromReview(split);
    expect(
      streams[0]?.sentences.map(({ number, start, end, text }) => [number, start, end, text]),
    ).toEqual([
      [1, 0, 8, 'He came,'],
      [2, 9, 18, 'she left.'],
      [3, 19, 23, 'End.'],
    ]);
  });

  test('never cuts inside a character', () => {
    const review = reviewFromTable(
      table([{ language: 'en', sentences: ['a😀b'] }], [{ cells: [[0]] }]),
      { model: null, segmented: false },
    );
    expect(isRefusal(splitSentence(review, 0, 0, 0, 2))).toBe(true);
  });

  test('an edit shows instead of the text, keeps the original, and goes when it says the same', () => {
    let review = simpleReview(1);
    review = perform(review, editText(review, 0, 1, ' une  phrase '));
    expect(cellText(review, review.rows[0]!, 1)).toBe('une phrase');
    expect(review.rows[0]?.status).toBe('edited');
    expect(tableFromReview(review).streams[1]?.sentences[0]?.text).toBe('fr sentence 1.');
    review = perform(review, editText(review, 0, 1, ''));
    expect(review.rows[0]?.edits).toEqual({});
  });

  test('replacing is one step over many rows', () => {
    let review = simpleReview(12);
    const ids = review.rows.map((row) => row.id);
    review = perform(review, replaceText(review, ids, 'sentence', 'phrase', 1, 0));
    expect(review.rows.every((row, index) => row.edits[1] === `fr phrase ${index + 1}.`)).toBe(
      true,
    );
    expect(review.history.entries).toHaveLength(1);
  });
});

describe('decisions', () => {
  test('accepting takes the doubt mark away, marking as doubtful takes the decision away', () => {
    let review = simpleReview(2);
    review = perform(review, decide(review, 0, 'accepted'));
    review = perform(review, toggleDoubt(review, 0));
    expect(review.rows[0]).toMatchObject({ status: 'unreviewed', doubt: true });
    review = perform(review, decide(review, 0, 'accepted'));
    expect(review.rows[0]).toMatchObject({ status: 'accepted', doubt: false });
  });

  test('a flag survives decisions and merges', () => {
    let review = simpleReview(2);
    review = perform(review, toggleFlag(review, 1));
    review = perform(review, decide(review, 1, 'accepted'));
    review = perform(review, mergeRows(review, 0, 'next'));
    expect(review.rows[0]?.flagged).toBe(true);
  });

  test('accepting many is one step', () => {
    let review = simpleReview(10);
    const ids = review.rows.map((row) => row.id);
    review = perform(review, decideAll(review, ids, 'accepted', 0, 'at .80'));
    expect(review.rows.every((row) => row.status === 'accepted')).toBe(true);
    review = act(review, { type: 'undo' });
    expect(review.rows.every((row) => row.status === 'unreviewed')).toBe(true);
  });
});
