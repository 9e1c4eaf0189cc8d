/** What a person does to a review: nothing is lost, everything can be undone, and file and journal say the same. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { parseReview } from '../../../src/review/file/parse-review.js';
import { findViolation } from '../../../src/review/file/invariants.js';
import {
  formatBase,
  formatRecord,
  parseJournal,
  replay,
} from '../../../src/review/file/journal-format.js';
import { checkHistory } from '../../../src/review/replay/check-history.js';
import { act, redoable, undoable, type Action } from '../../../src/review/history.js';
import { isRefusal, type Draft, type Review } from '../../../src/review/model.js';
import { setNote } from '../../../src/review/operations/decide.js';
import { editText, replaceText } from '../../../src/review/operations/texts.js';
import { findMatches, contains, parseQuery } from '../../../src/review/search.js';
import { parseFilter, visibleRows } from '../../../src/review/view.js';
import { content, randomDraft, saidBy, startingReview } from '../../review/random-operations.js';
import { seededRandom, type Random } from '../../seeded-random.js';
import { must, orRefusal, type FuzzTarget } from '../harness.js';
import { changeJson, jsonChanges, makeText, texts } from '../made-up.js';
import { reviewText } from '../../review/review-text.js';

/** An operation with a text that nobody would type. */
function hostileDraft(review: Review, random: Random): Draft {
  const row = review.rows[Math.floor(random() * review.rows.length)];
  const text = makeText(Math.floor(random() * 1e9), 1 + Math.floor(random() * 3));
  const id = row?.id ?? -1;
  const stream = Math.floor(random() * review.streams.length);
  const way = random();
  if (way < 0.4) return editText(review, id, stream, text);
  if (way < 0.8) return setNote(review, id, text);
  return replaceText(review, [id], 'e', text, null, id);
}

/** A review with some steps behind it, for what reads reviews. */
export async function workedOn(seed: number, steps: number): Promise<Review> {
  const random = seededRandom(seed);
  let review = startingReview(2 + (seed % 3));
  for (let step = 0; step < steps; step++) {
    const draft = await randomDraft(review, random);
    if (!isRefusal(draft)) review = act(review, { type: 'do', entry: draft });
    if (random() < 0.2 && undoable(review)) review = act(review, { type: 'undo' });
  }
  return review;
}

/** Whether two reviews are the same; how many sentences there were once is forgotten when one is saved. */
function areSame(a: Review, b: Review): boolean {
  const all = (review: Review) => {
    const { history, nextRow, sequence } = review;
    return [content(review), history, nextRow, sequence];
  };
  return isDeepStrictEqual(all(a), all(b));
}

function mustBeSound(review: Review): void {
  const violation = findViolation(review);
  must(violation === null, () => `${violation?.path ?? ''} ${violation?.problem ?? ''}`);
}

const operations: FuzzTarget = {
  name: 'operations',
  share: 9,
  property: (count) =>
    fc.asyncProperty(
      fc.noShrink(fc.nat()),
      fc.integer({ min: 2, max: 4 }),
      fc.integer({ min: 1, max: 120 }),
      async (seed, columns, steps) => {
        const random = seededRandom(seed);
        const start = startingReview(columns);
        const said = start.sources.map((_, source) => saidBy(start, source));
        let review = start;
        let saved = start;
        let journal = formatBase('state');
        const take = (action: Action): void => {
          review = act(review, action);
          journal += formatRecord({ ...action, sequence: review.sequence });
          mustBeSound(review);
          count('operations');
        };
        for (let step = 0; step < steps; step++) {
          const walk = random();
          if (walk < 0.12 && undoable(review)) take({ type: 'undo' });
          else if (walk < 0.2 && redoable(review)) take({ type: 'redo' });
          else if (walk < 0.21) {
            // Saved, closed and opened again.
            const opened = parseReview('x', reviewText(review));
            must(areSame(opened, review), () => 'what was saved opens as something else');
            [saved, review, journal] = [opened, opened, formatBase('state')];
          } else {
            const draft =
              random() < 0.1 ? hostileDraft(review, random) : await randomDraft(review, random);
            if (!isRefusal(draft)) take({ type: 'do', entry: draft });
          }
        }
        const replayed = replay(saved, parseJournal(journal).records, true).review;
        must(areSame(replayed, review), () => 'the journal says something else');
        start.sources.forEach((_, source) =>
          must(saidBy(review, source) === said[source], () => `source ${source} lost text`),
        );
        const end = content(review);
        const walked = review.history.position;
        while (undoable(review)) take({ type: 'undo' });
        must(isDeepStrictEqual(content(review), content(start)), () => 'undo does not lead back');
        while (review.history.position < walked) take({ type: 'redo' });
        must(isDeepStrictEqual(content(review), end), () => 'redo does not lead on');
      },
    ),
};

/** Walks to both ends of the history: what opened must be able to. */
function walkHistory(given: Review): void {
  let review = given;
  while (undoable(review)) review = act(review, { type: 'undo' });
  while (redoable(review)) review = act(review, { type: 'redo' });
}

const reviewFiles: FuzzTarget = {
  name: 'review-files',
  share: 1.5,
  property: (count) =>
    fc.asyncProperty(fc.nat(200), fc.nat(12), jsonChanges(), async (seed, steps, changes) => {
      const file: unknown = JSON.parse(reviewText(await workedOn(seed, steps)));
      const text = JSON.stringify(changeJson(file, changes));
      const review = orRefusal(['bad-review-file'], () => parseReview('x', text));
      count(review === null ? 'refused' : 'opened');
      if (review === null) return;
      const again = parseReview('x', reviewText(review));
      must(areSame(again, review), () => 'what was saved opens as something else');
      // The program drops what of a history does not fit, and says so.
      walkHistory(checkHistory(review).usable);
    }),
};

const journals: FuzzTarget = {
  name: 'journals',
  share: 0.5,
  property: (count) =>
    fc.property(fc.noShrink(fc.nat()), fc.nat(), fc.nat(5), (seed, at, places) => {
      const random = seededRandom(seed);
      let review = startingReview(2);
      let journal = formatBase('state');
      for (let step = 0; step < 8; step++) {
        const draft = hostileDraft(review, random);
        if (isRefusal(draft)) continue;
        review = act(review, { type: 'do', entry: draft });
        journal += formatRecord({ type: 'do', entry: draft, sequence: review.sequence });
      }
      let broken = journal.slice(0, at % (journal.length + 1));
      for (let place = 0; place < places; place++) {
        const where = Math.floor(random() * broken.length);
        const put = String.fromCharCode(Math.floor(random() * 256));
        broken = broken.slice(0, where) + put + broken.slice(where + Math.floor(random() * 3));
      }
      const { records, sound } = parseJournal(broken);
      must(sound <= broken.length, () => 'more is sound than there is');
      const again = parseJournal(broken.slice(0, sound));
      must(isDeepStrictEqual(again.records, records), () => 'what is sound reads differently');
      const all = parseJournal(journal).records;
      must(
        isDeepStrictEqual(records, all.slice(0, records.length)),
        () => 'a damaged journal holds what was never written',
      );
      count('records', records.length);
    }),
};

const searching: FuzzTarget = {
  name: 'searching',
  share: 1,
  property: (count) =>
    fc.property(texts(12), texts(2), fc.nat(), fc.nat(12), (text, other, at, length) => {
      const from = text.length === 0 ? 0 : at % text.length;
      for (const wanted of [other, text.slice(from, from + length)]) {
        const query = parseQuery(wanted);
        orRefusal([], () => parseFilter(wanted));
        if (query === null) continue;
        let last = 0;
        for (const { start, end } of findMatches(text, query)) {
          must(start >= last && end > start && end <= text.length, () => `a match at ${start}`);
          last = end;
        }
        contains(text, query);
        count('searches');
      }
      const filter = parseFilter(other);
      if (filter !== null) visibleRows(startingReview(2), filter, 'order', 0.8);
    }),
};

/** What a review goes through. */
export const reviewingTargets: readonly FuzzTarget[] = [
  operations,
  reviewFiles,
  journals,
  searching,
];
