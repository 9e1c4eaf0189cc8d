import { describe, expect, test } from 'vitest';
import { act, redoable, undoable } from '../../../src/review/history.js';
import { isRefusal, type Draft, type Entry, type Review } from '../../../src/review/model.js';
import { decideAll, setNote } from '../../../src/review/operations/decide.js';
import { mergeRows } from '../../../src/review/operations/rows.js';
import { splitSentence } from '../../../src/review/operations/texts.js';
import { checkHistory } from '../../../src/review/replay/check-history.js';
import { ChunkedList } from '../../../src/review/replay/chunked-list.js';
import { processorTime } from '../../processor-time.js';
import { seededRandom } from '../../seeded-random.js';
import { simpleReview } from '../fixture.js';

function perform(review: Review, draft: Draft): Review {
  if (isRefusal(draft)) throw new Error(draft.refused);
  return act(review, { type: 'do', entry: draft });
}

/** Accepted, merged, split, noted; the last one taken back. */
function reviewed(): Review {
  let review = perform(
    simpleReview(6),
    decideAll(simpleReview(6), [4, 5], 'accepted', 0, 'at the end'),
  );
  review = perform(review, mergeRows(review, 0, 'next'));
  review = perform(review, splitSentence(review, review.rows[0]?.id ?? 0, 0, 0, 3));
  review = perform(review, setNote(review, 3, 'see'));
  return act(review, { type: 'undo' });
}

function withEntry(review: Review, index: number, change: (entry: Entry) => Entry): Review {
  const entries = review.history.entries.map((entry, at) => (at === index ? change(entry) : entry));
  return { ...review, history: { ...review.history, entries } };
}

describe('the check of a history', () => {
  test('finds nothing in what operations made', () => {
    expect(checkHistory(reviewed())).toEqual({ bad: null, usable: reviewed() });
  });

  const damaged: readonly [string, number, (change: Entry['changes'][number]) => unknown][] = [
    ['a decision on a row that is not there', 0, (change) => ({ ...change, rows: [77] })],
    [
      'a decision that was another',
      0,
      (change) => ({ ...change, after: ['rejected', 'rejected'] }),
    ],
    ['rows at another place', 1, (change) => ({ ...change, at: 1 })],
    ['rows beyond the end', 1, (change) => ({ ...change, at: 2 ** 49 })],
    ['rows that nothing takes the place of', 1, (change) => ({ ...change, removed: [] })],
    ['a cut that leaves no sentence', 2, (change) => ({ ...change, removed: [] })],
    ['a note on a row that is gone (redo)', 3, (change) => ({ ...change, at: 4 })],
    ['a row put in without its sentences (redo)', 3, (change) => ({ ...change, inserted: [] })],
  ];
  test.each(damaged)('names the entry: %s', (_, index, damage) => {
    const review = withEntry(reviewed(), index, (entry) => ({
      ...entry,
      changes: entry.changes.map((change) => Object.assign({ ...change }, damage(change))),
    }));
    const { bad, usable } = checkHistory(review);
    expect(bad).toMatchObject({ number: index + 1, label: review.history.entries[index]?.label });
    // What is kept can be taken back and done again to its ends.
    let now = usable;
    while (undoable(now)) now = act(now, { type: 'undo' });
    while (redoable(now)) now = act(now, { type: 'redo' });
    expect(checkHistory(now).bad).toBeNull();
    expect(usable.rows).toEqual(review.rows);
    expect(usable.history.entries.length).toBe(index < 3 ? 3 - index : 3);
  });

  test('finds sentences that overlap, lie outside their text or have too high a number', () => {
    const review = reviewed();
    for (const wrong of [{ end: 4_000 }, { start: 0, end: 30 }, { id: 9_000_000 }]) {
      const broken = withEntry(review, 2, (entry) => ({
        ...entry,
        changes: entry.changes.map((change) =>
          change.type === 'sentences'
            ? { ...change, removed: change.removed.map((own) => ({ ...own, ...wrong })) }
            : change,
        ),
      }));
      expect(checkHistory(broken).bad?.number).toBe(3);
    }
  });

  test('grows with the steps, not with steps times rows', async () => {
    const cost = async (rows: number): Promise<number> => {
      let best = Infinity;
      const start = simpleReview(rows);
      const entries = Array.from({ length: 2_000 }, (_, index): Entry => {
        const row = start.rows[(index * 37) % rows];
        if (row === undefined) throw new Error('no row');
        const at = (index * 37) % rows;
        return {
          label: 'x',
          to: 0,
          from: 0,
          changes: [{ type: 'rows', at, removed: [row], inserted: [row] }],
        };
      });
      const review = { ...start, history: { position: 1_000, entries } };
      for (let run = 0; run < 2; run++) {
        const check = () => expect(checkHistory(review).bad).toBeNull();
        best = Math.min(best, await processorTime(check));
      }
      return best;
    };
    await cost(1_000);
    const small = await cost(2_000);
    // Sixteen times the rows: the way there is linear; a copy of all rows a step would be 2,000 times that.
    expect(await cost(32_000)).toBeLessThan(100 * small + 500);
  });
});

test('a chunked list does what an array does', () => {
  const random = seededRandom(5);
  const pick = (below: number): number => Math.floor(random() * below);
  const array = Array.from({ length: 3_000 }, (_, index) => index);
  const list = new ChunkedList(array);
  for (let step = 0; step < 400; step++) {
    const [at, count] = [pick(array.length + 1), pick(random() < 0.1 ? 2_500 : 5)];
    const inserted = Array.from({ length: pick(random() < 0.1 ? 2_500 : 5) }, () => step);
    expect(list.splice(at, count, inserted)).toEqual(array.splice(at, count, ...inserted));
    expect(list.length).toBe(array.length);
    const index = pick(array.length + 2);
    expect(list.at(index)).toBe(array[index]);
  }
  expect(list.toArray()).toEqual(array);
});
