import { describe, expect, test } from 'vitest';
import { formatBase, formatRecord, parseJournal } from '../../../src/review/file/journal-format.js';
import { act } from '../../../src/review/history.js';
import { isRefusal, type Review } from '../../../src/review/model.js';
import { decide, setNote, toggleDoubt } from '../../../src/review/operations/decide.js';
import { mergeChanges, type WantedChange } from '../../../src/review/operations/merge-changes.js';
import { simpleReview } from '../fixture.js';

const start = simpleReview(6);
const seen = (review: Review, row: number): WantedChange['basedOn'] => {
  const own = review.rows[row - 1];
  if (own === undefined) throw new Error(`no row ${row}`);
  return own;
};
const wish = (row: number, rest: Partial<WantedChange>): WantedChange => ({
  row,
  basedOn: seen(start, row),
  values: {},
  texts: {},
  ...rest,
});
const step = (review: Review, draft: ReturnType<typeof decide>) => {
  if (isRefusal(draft)) throw new Error(draft.refused);
  return act(review, { type: 'do', entry: draft });
};

describe('mergeChanges', () => {
  test('is one step, which the journal holds and undo takes back', () => {
    const checked: unknown[] = [];
    const wanted = [
      wish(1, { values: { status: 'accepted' } }),
      wish(2, { values: { note: 'n', flagged: true } }),
      wish(5, { texts: { 1: 'new' } }),
    ];
    const { draft, merged, conflicts } = mergeChanges(start, wanted, 'x.json', {
      check: (_, __, edits) => {
        checked.push(edits);
        return [];
      },
    });
    expect(merged).toHaveLength(3);
    expect(conflicts).toEqual([]);
    expect(checked).toEqual([{ 1: 'new' }]);
    if (isRefusal(draft)) throw new Error(draft.refused);
    expect(draft).toMatchObject({ label: 'changed 3 rows as in x.json', from: 0, to: 0 });
    const after = step(start, draft);
    expect(after.rows.map(({ status }) => status)).toEqual([
      'accepted',
      'unreviewed',
      'unreviewed',
      'unreviewed',
      'edited',
      'unreviewed',
    ]);
    expect(after.rows[1]).toMatchObject({ note: 'n', flagged: true });
    expect(act(after, { type: 'undo' }).rows).toEqual(start.rows);
    const [record] = parseJournal(
      formatBase('0'.repeat(64)) + formatRecord({ type: 'do', entry: draft, sequence: 1 }),
    ).records;
    if (record === undefined) throw new Error('no record');
    expect(act(start, record).rows).toEqual(after.rows);
  });

  test('a decision takes the mark of doubt away', () => {
    const doubted = step(start, toggleDoubt(start, 2));
    const { draft } = mergeChanges(
      doubted,
      [wish(3, { values: { status: 'rejected' } }), wish(1, { values: { status: 'accepted' } })],
      'x',
    );
    if (isRefusal(draft)) throw new Error(draft.refused);
    const after = step(doubted, draft);
    expect(after.rows[2]).toMatchObject({ doubt: false, status: 'rejected' });
    expect(act(after, { type: 'undo' }).rows).toEqual(doubted.rows);
  });

  test('what was changed to something else meanwhile is a conflict, to the same is done', () => {
    let mine = step(start, decide(start, 0, 'accepted'));
    mine = step(mine, setNote(mine, 1, 'mine'));
    const result = mergeChanges(
      mine,
      [
        wish(1, { values: { status: 'accepted' } }),
        wish(2, { values: { note: 'theirs', status: 'accepted' } }),
        wish(3, { values: { note: 'a' } }),
        wish(3, { values: { note: 'b' } }),
        { ...wish(4, { values: { note: 'c' } }), row: 99 },
      ],
      'x',
    );
    expect(result.same.map(({ row }) => row)).toEqual([1]);
    expect(result.merged.map(({ wanted: { row } }) => row)).toEqual([3]);
    expect(result.conflicts.map(({ problem }) => problem)).toEqual([
      'the row now has another note',
      'there are several changes to this row',
      'row 99 is no longer in the review',
    ]);
    expect(mergeChanges(mine, [], 'x').draft).toEqual({
      refused: 'nothing to take over from x',
    });
  });
});
