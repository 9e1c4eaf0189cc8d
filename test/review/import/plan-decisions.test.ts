import { describe, expect, test } from 'vitest';
import { alignmentHash } from '../../../src/report/alignment-hash.js';
import type { DecisionsFile, RowDecision } from '../../../src/report/decisions.js';
import { decidedBy } from '../../../src/review/decided-by.js';
import { parseReview } from '../../../src/review/file/parse-review.js';
import {
  formatBase,
  formatRecord,
  parseJournal,
  replay,
} from '../../../src/review/file/journal-format.js';
import { tableFromReview } from '../../../src/review/from-table.js';
import { act, undoable } from '../../../src/review/history.js';
import { planDecisions } from '../../../src/review/import/plan-decisions.js';
import { stateOfAlignment } from '../../../src/review/import/past-states.js';
import { isRefusal, type Draft, type Review } from '../../../src/review/model.js';
import { decide, setNote, toggleDoubt } from '../../../src/review/operations/decide.js';
import { mergeRows, splitRow } from '../../../src/review/operations/rows.js';
import { editText, splitSentence } from '../../../src/review/operations/texts.js';
import { readableText } from '../../../src/review/text.js';
import { findViolation } from '../../../src/review/file/invariants.js';
import { seededRandom } from '../../seeded-random.js';
import { simpleReview } from '../fixture.js';
import { randomDraft, startingReview } from '../random-operations.js';
import { reviewText } from '../review-text.js';

const start = simpleReview(6);

function step(review: Review, draft: Draft): Review {
  if (isRefusal(draft)) throw new Error(draft.refused);
  return act(review, { type: 'do', entry: draft });
}

/** A decision on a row as the page of this review shows it. */
function on(row: number, more: Partial<RowDecision>, review = start): RowDecision {
  const own = review.rows.find(({ id }) => id === row - 1);
  if (own === undefined) throw new Error(`no row ${row}`);
  return {
    row,
    texts: own.cells.map((_, stream) => readableText(review, own, stream)),
    was: { status: own.status, note: own.note },
    status: null,
    note: null,
    edits: own.cells.map(() => null),
    ...more,
  };
}

const fileOf = (decisions: RowDecision[], page = start): DecisionsFile => ({
  format: 'paralign-decisions',
  version: 1,
  alignment: alignmentHash(tableFromReview(page)),
  source: 'book.paralign',
  decided_by: '',
  created: null,
  decisions,
});

function plan(review: Review, decisions: RowDecision[], page = start, by = 'Ana') {
  const found = planDecisions(review, fileOf(decisions, page), { file: 'd.json', by });
  if (found === null) throw new Error('another alignment');
  return found;
}

const problems = (...args: Parameters<typeof plan>) =>
  plan(...args).problems.map(({ row, problem }) => `${row}: ${problem}`);

describe('decisions of a report', () => {
  const decisions = [
    on(1, { status: 'accepted' }),
    on(2, { status: 'rejected', note: ' two\n words ' }),
    on(3, { status: 'needs-review' }),
    on(4, { edits: [null, 'phrase  4'] }),
    on(5, { status: 'accepted', edits: ['sentence 5', null] }),
  ];
  const done = step(start, plan(start, decisions).draft);

  test('become one step, with the name of who decided', () => {
    expect(done.rows.map(({ status, doubt, note, edits }) => [status, doubt, note, edits])).toEqual(
      [
        ['accepted', false, '', {}],
        ['rejected', false, 'two words', {}],
        ['unreviewed', true, '', {}],
        ['edited', false, '', { 1: 'phrase 4' }],
        ['accepted', false, '', { 0: 'sentence 5' }],
        ['unreviewed', false, '', {}],
      ],
    );
    const [entry, ...others] = done.history.entries;
    expect(entry).toMatchObject({
      by: 'Ana',
      label: 'changed 5 rows as in d.json, decided by Ana',
    });
    expect(others).toEqual([]);
    expect([...decidedBy(done)]).toEqual([0, 1, 2, 3, 4].map((id) => [id, 'Ana']));
    expect(act(done, { type: 'undo' }).rows).toEqual(start.rows);
  });

  test('are listed in words', () => {
    const { differences, rowsChanged, lines } = plan(start, decisions);
    expect({ rowsChanged, lines }).toEqual({ rowsChanged: 5, lines: 5 });
    expect(
      differences.map(({ row, column, before, after }) => `${row} ${column}: ${before} > ${after}`),
    ).toEqual([
      '1 status: unreviewed > accepted',
      '2 status: unreviewed > rejected',
      '2 note:  > two words',
      '3 status: unreviewed > needs-review',
      '4 status: unreviewed > edited',
      '4 b_text: fr sentence 4. > phrase 4',
      '5 status: unreviewed > accepted',
      '5 a_text: en sentence 5. > sentence 5',
    ]);
  });

  test('change nothing the second time', () => {
    const again = plan(done, decisions);
    expect(again.problems).toEqual([]);
    expect(isRefusal(again.draft)).toBe(true);
  });

  test('survive saving and the journal, the name too', () => {
    expect(parseReview('x', reviewText(done))).toEqual(done);
    const { draft } = plan(start, decisions);
    if (isRefusal(draft)) throw new Error(draft.refused);
    const journal = formatBase('0') + formatRecord({ type: 'do', entry: draft, sequence: 1 });
    const { records } = parseJournal(journal);
    expect(replay(start, records, true).review).toEqual(done);
  });

  test('are anonymous if nobody says who decided', () => {
    const { draft } = plan(start, decisions, start, '');
    expect(draft).not.toHaveProperty('by');
    expect(draft).toMatchObject({ label: 'changed 5 rows as in d.json' });
  });

  test('are checked anew where texts change', () => {
    const checked: unknown[] = [];
    const check = (...args: unknown[]) => (checked.push(args[2]), []);
    planDecisions(start, fileOf(decisions), { file: 'd.json', by: '' }, { check });
    expect(checked).toEqual([{ 1: 'phrase 4' }, { 0: 'sentence 5' }]);
  });
});

describe('what was decided in the review meanwhile is kept', () => {
  test('another status, note or text', () => {
    let now = step(start, decide(start, 0, 'rejected'));
    now = step(now, setNote(now, 1, 'mine'));
    now = step(now, editText(now, 2, 1, 'mine'));
    now = step(now, decide(now, 3, 'accepted'));
    const wanted = [
      on(1, { status: 'accepted' }),
      on(2, { note: 'theirs' }),
      on(3, { edits: [null, 'theirs'] }),
      on(4, { edits: [null, 'theirs'] }),
      on(5, { status: 'accepted' }),
    ];
    expect(problems(now, wanted)).toEqual([
      '1: the row is now rejected; it was not changed',
      '2: the row now has another note; it was not changed',
      '3: the row now has another text b: "mine" (decided on "fr sentence 3."); it was not changed',
      '4: the row is now accepted; it was not changed',
    ]);
    expect(plan(now, wanted).rowsChanged).toBe(1);
  });

  test('unless it was seen on the page', () => {
    let page = step(start, decide(start, 0, 'rejected'));
    page = step(page, setNote(page, 0, 'before'));
    page = step(page, editText(page, 1, 1, 'before'));
    const wanted = [
      on(1, { status: 'accepted', note: '' }, page),
      on(2, { edits: [null, 'fr sentence 2.'] }, page),
    ];
    expect(problems(page, wanted, page)).toEqual([]);
    const done = step(page, plan(page, wanted, page).draft);
    expect(done.rows[0]).toMatchObject({ status: 'accepted', note: '' });
    expect(done.rows[1]).toMatchObject({ status: 'edited', edits: {} });
  });

  test('and a decision that does not say what it saw was taken before any other', () => {
    const now = step(start, decide(start, 0, 'rejected'));
    const { was: _was, ...wanted } = on(1, { status: 'accepted' });
    expect(problems(now, [wanted], now)).toEqual([
      '1: the row is now rejected; it was not changed',
    ]);
  });

  test('the same decision is no conflict', () => {
    const now = step(start, decide(start, 0, 'accepted'));
    const doubtful = step(now, toggleDoubt(now, 1));
    const wanted = [on(1, { status: 'accepted' }), on(2, { status: 'needs-review' })];
    expect(plan(doubtful, wanted)).toMatchObject({ rowsChanged: 0, problems: [] });
  });

  test('rows that were merged, divided or whose sentences were divided', () => {
    let now = step(start, mergeRows(start, 0, 'next'));
    now = step(now, splitSentence(now, 2, 0, 2, start.sentences[2]!.start + 3));
    const wanted = [1, 2, 3, 4].map((row) => on(row, { status: 'accepted' }));
    expect(problems(now, wanted)).toEqual([
      '1: the row now has other sentences; it was not changed',
      '2: row 2 is no longer in the review; it was not changed',
      '3: the row now has other sentences; it was not changed',
    ]);
    expect(plan(now, wanted).rowsChanged).toBe(1);
    const split = step(now, splitRow(now, 0, [1, 1]));
    expect(problems(split, [on(1, { status: 'accepted' })])).toEqual([
      '1: the row is now edited; it was not changed',
    ]);
  });
});

describe('the alignment that decisions are about', () => {
  test('may be hundreds of steps ago', () => {
    let now = simpleReview(400);
    const page = now;
    for (let id = 0; id < 300; id++)
      now = step(now, splitSentence(now, id, 0, id, now.sentences[id]!.start + 3));
    expect(plan(now, [on(399, { status: 'accepted' }, page)], page).rowsChanged).toBe(1);
  });

  test('may be a state that was undone', () => {
    const page = step(start, mergeRows(start, 0, 'next'));
    const now = act(page, { type: 'undo' });
    expect(
      problems(
        now,
        [on(1, { status: 'accepted' }, page), on(3, { status: 'accepted' }, page)],
        page,
      ),
    ).toEqual(['1: the row now has other sentences; it was not changed']);
  });

  test('must be one that the review was', () => {
    const other = simpleReview(5);
    const file = fileOf([on(1, { status: 'accepted' })], other);
    expect(planDecisions(start, file, { file: 'd.json', by: '' })).toBeNull();
  });

  test('has the rows and columns that are decided', () => {
    const wanted = [
      { ...on(1, { status: 'accepted' }), row: 99 },
      { ...on(2, { status: 'accepted' }), texts: ['en sentence 2.'], edits: [null] },
      { ...on(3, {}), texts: ['en sentence 3.', 'fr sentence 3.', ''], edits: [null, null, 'x'] },
      { ...on(4, { status: 'accepted' }), texts: ['en sentence 4.', 'something else'] },
    ] satisfies RowDecision[];
    expect(problems(start, wanted)).toEqual([
      '99: there is no row 99 in the alignment',
      '2: the decision has no text b',
      '3: the decision has a text c, but row 3 has no sentence there',
      '4: the row now has another text b: "fr sentence 4." (decided on "something else"); it was not changed',
    ]);
  });
});

test('what differs in a long text is shown from where it begins to', () => {
  const long = 'many words that are the same in both '.repeat(5);
  const page = step(start, editText(start, 0, 1, `${long}and one`));
  const now = step(page, editText(page, 0, 1, `${long}and another`));
  expect(problems(now, [on(1, { status: 'accepted' }, page)], page)).toEqual([
    '1: the row now has another text b: "…same in both and another" (decided on "…same in both and one"); it was not changed',
  ]);
});

describe('whatever was done in the review since', () => {
  test.each(Array.from({ length: 45 }, (_, seed) => seed))(
    'a row is as decided or as it was, and the second time nothing changes (%i)',
    async (seed) => {
      const random = seededRandom(seed);
      const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
      const work = async (review: Review, steps: number) => {
        for (let count = 0; count < steps; count++) {
          const draft = await randomDraft(review, random);
          if (!isRefusal(draft)) review = act(review, { type: 'do', entry: draft });
          if (random() < 0.2 && undoable(review)) review = act(review, { type: 'undo' });
        }
        return review;
      };
      const page = await work(startingReview(2 + (seed % 3)), 5);
      const decisions = page.rows
        .filter(() => random() < 0.5)
        .map(({ id, cells }) =>
          on(
            id + 1,
            {
              status: pick(['accepted', 'rejected', 'needs-review', null]),
              note: pick([null, 'new', '']),
              edits: cells.map((cell) => (cell.length > 0 ? pick([null, null, 'text']) : null)),
            },
            page,
          ),
        );
      const now = await work(page, seed % 8);
      const found = planDecisions(now, fileOf(decisions, page), { file: 'd.json', by: 'Ana' });
      // Whoever undoes a step and goes on differently, an import too, leaves that state for good.
      const { position, entries } = now.history;
      const past = { ...now, history: { position, entries: entries.slice(0, position) } };
      const isPast = stateOfAlignment(past, fileOf([], page).alignment) !== null;
      if (found === null || !isPast) return;
      const done = isRefusal(found.draft) ? now : step(now, found.draft);
      expect(findViolation(done)).toBeNull();
      const kept = new Set(found.problems.map(({ row }) => row));
      const decided = new Map(decisions.map((own) => [own.row, own]));
      for (const [index, row] of done.rows.entries()) {
        const own = decided.get(row.id + 1);
        if (own === undefined || kept.has(row.id + 1)) {
          expect(row).toEqual(now.rows[index]);
          continue;
        }
        if (own.status === 'needs-review') expect(row.doubt).toBe(true);
        else if (own.status !== null) expect(row.status).toBe(own.status);
        if (own.note !== null) expect(row.note).toBe(own.note);
        own.edits.forEach((edit, stream) => {
          if (edit !== null) expect(readableText(done, row, stream)).toBe(edit);
        });
      }
      const again = planDecisions(done, fileOf(decisions, page), { file: 'd.json', by: 'Ana' });
      expect(again?.rowsChanged).toBe(0);
      expect(again?.problems.map(({ row }) => row)).toEqual(found.problems.map(({ row }) => row));
      expect(parseReview('x', reviewText(done)).rows).toEqual(done.rows);
      if (done !== now) expect(act(done, { type: 'undo' }).rows).toEqual(now.rows);
    },
  );
});
