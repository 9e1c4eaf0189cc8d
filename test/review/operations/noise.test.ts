import { describe, expect, test } from 'vitest';
import { applyEntry, revertEntry } from '../../../src/review/change.js';
import { tableFromReview } from '../../../src/review/from-table.js';
import { findViolation } from '../../../src/review/file/invariants.js';
import { parseReview } from '../../../src/review/file/parse-review.js';
import { isRefusal, type Draft, type Entry, type Review } from '../../../src/review/model.js';
import { noiseReason, noiseRows } from '../../../src/review/noise.js';
import { markAsNoise, restoreNoise } from '../../../src/review/operations/noise.js';
import { undecidedAround } from '../../../src/review/operations/realign.js';
import { linkRows } from '../../../src/review/operations/rows.js';
import { shown, simpleReview } from '../fixture.js';
import { reviewText } from '../review-text.js';

function entryOf(draft: Draft): Entry {
  if (isRefusal(draft)) throw new Error(draft.refused);
  return draft;
}

function take(review: Review, draft: Draft): Review {
  const entry = entryOf(draft);
  const next = applyEntry(review, entry);
  expect(findViolation(next)).toBeNull();
  const back = revertEntry(next, entry);
  expect([back.rows, back.sentences]).toEqual([review.rows, review.sentences]);
  return next;
}

describe('noise by hand', () => {
  const review = simpleReview(4);
  const second = take(review, markAsNoise(review, 1, 1));

  test('leaves what is left of its row, and stands in no row', () => {
    expect(shown(second)[1]).toBe('en sentence 2. | ');
    const [row] = noiseRows(second);
    expect(row && noiseReason(second, row)).toBe('manual');
    expect(row?.cells).toEqual([[], [5]]);
    const { sources } = tableFromReview(second);
    expect(sources[1]?.sentences[1]).toMatchObject({ number: 2, noise: 'manual' });
  });

  test('takes a row with it that has nothing else', () => {
    const both = take(second, markAsNoise(second, 1, 0));
    expect(shown(both)).toHaveLength(3);
    expect(noiseRows(both)).toHaveLength(2);
  });

  test('is in the file', () => {
    const again = parseReview('x', reviewText(second));
    expect(noiseRows(again)).toEqual(noiseRows(second));
  });

  test('is refused for an empty column, and for all that there is', () => {
    expect(markAsNoise(second, 1, 1)).toMatchObject({
      refused: expect.stringContaining('no sentence'),
    });
    const one = simpleReview(1, ['en']);
    expect(markAsNoise(one, 0, 0)).toMatchObject({
      refused: expect.stringContaining('nothing would be left'),
    });
  });
});

describe('noise made text again', () => {
  const review = simpleReview(5);
  const noisy = [1, 2].reduce((state, id) => {
    const next = take(state, markAsNoise(state, id, 1));
    return take(next, markAsNoise(next, id, 0));
  }, review);

  test('gets rows of its own where the text has it, one a sentence, undecided', () => {
    const rows = noiseRows(noisy);
    expect(rows.map(({ cells }) => cells)).toEqual([
      [[1, 2], []],
      [[], [6, 7]],
    ]);
    const restored = take(noisy, restoreNoise(noisy, [1, 2]));
    expect(shown(restored)).toEqual([
      'en sentence 1. | fr sentence 1.',
      'en sentence 2. | ',
      'en sentence 3. | ',
      'en sentence 4. | fr sentence 4.',
      'en sentence 5. | fr sentence 5.',
    ]);
    expect(restored.rows[1]).toMatchObject({ status: 'unreviewed', method: 'manual' });
  });

  test('can be linked, and is aligned anew with what stands around it', () => {
    let restored = take(noisy, restoreNoise(noisy, [1]));
    restored = take(restored, restoreNoise(restored, [6]));
    const [, french, english] = restored.rows;
    expect(undecidedAround(restored, english?.id ?? -1)).toEqual([0, 4]);
    const linked = take(restored, linkRows(restored, [french?.id ?? -1, english?.id ?? -1]));
    expect(shown(linked)[1]).toBe('en sentence 2. | fr sentence 2.');
  });

  test('stands first, or last, where no sentence of its column stands before it, or behind', () => {
    for (const id of [0, 4]) {
      const without = take(review, markAsNoise(review, id, 1));
      const again = take(without, restoreNoise(without, [5 + id]));
      const place = again.rows.findIndex((row) => row.cells[1]?.includes(5 + id));
      expect(place).toBe(id === 0 ? 1 : 4);
    }
  });

  test('is refused for what is text', () => {
    expect(restoreNoise(review, [1])).toMatchObject({
      refused: expect.stringContaining('no noise'),
    });
  });
});
