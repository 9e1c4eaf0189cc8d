/** Whatever a person does, in whatever order: nothing is lost, nothing is there twice, all can be undone. */
import { describe, expect, test } from 'vitest';
import { act, redoable, undoable, type Action } from '../../src/review/history.js';
import { findViolation } from '../../src/review/file/invariants.js';
import {
  formatBase,
  formatRecord,
  parseJournal,
  replay,
} from '../../src/review/file/journal-format.js';
import { sentenceOf } from '../../src/review/lookup.js';
import { isRefusal } from '../../src/review/model.js';
import { content, randomDraft, saidBy, startingReview } from './random-operations.js';
import { seededRandom } from '../seeded-random.js';

describe('any sequence of operations', () => {
  test.each(Array.from({ length: 20 }, (_, seed) => [seed, 2 + (seed % 3)]))(
    'keeps every sentence exactly once, and undo, redo and the journal lead back (seed %i, %i sources)',
    async (seed, columns) => {
      const random = seededRandom(seed + 1);
      const start = startingReview(columns);
      let review = start;
      const said = start.sources.map((_, source) => saidBy(start, source));
      const performed = new Set<string>();
      let journal = formatBase('state');
      const take = (action: Action) => {
        const next = act(review, action);
        journal += formatRecord({ ...action, sequence: next.sequence });
        review = next;
      };
      for (let step = 0; step < 300; step++) {
        const walk = random();
        if (walk < 0.15 && undoable(review)) take({ type: 'undo' });
        else if (walk < 0.25 && redoable(review)) take({ type: 'redo' });
        else {
          const draft = await randomDraft(review, random);
          if (isRefusal(draft)) continue;
          performed.add(draft.label.replace(/[\d"]+.*/, '').trim());
          const before = content(review);
          const after = act(review, { type: 'do', entry: draft });
          expect(content(act(after, { type: 'undo' }))).toEqual(before);
          expect(content(act(act(after, { type: 'undo' }), { type: 'redo' }))).toEqual(
            content(after),
          );
          take({ type: 'do', entry: draft });
        }
        expect(findViolation(review)).toBeNull();
        for (const row of review.rows) {
          for (const id of row.cells.flat()) expect(sentenceOf(review, id).noise).toBeNull();
        }
      }
      // The generator really did things of many kinds.
      for (const kind of ['realigned', 'paragraph', 'replaced', 'split', 'linked'])
        expect([...performed].join()).toContain(kind);
      expect(start.sources.map((_, source) => saidBy(review, source))).toEqual(said);
      const parsed = parseJournal(journal);
      expect(replay(start, parsed.records, true).review).toEqual(review);
      while (undoable(review)) review = act(review, { type: 'undo' });
      expect(content(review)).toEqual(content(start));
    },
  );
});
