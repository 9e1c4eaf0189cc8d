/** Decisions that come back from a report: read or refused, and what is applied leaves the review sound. */
import fc from 'fast-check';
import { alignmentHash } from '../../../src/report/alignment-hash.js';
import { parseDecisions } from '../../../src/report/decisions.js';
import { findViolation } from '../../../src/review/file/invariants.js';
import { parseReview } from '../../../src/review/file/parse-review.js';
import { tableFromReview } from '../../../src/review/from-table.js';
import { act } from '../../../src/review/history.js';
import { planDecisions } from '../../../src/review/import/plan-decisions.js';
import { isRefusal } from '../../../src/review/model.js';
import { readableText } from '../../../src/review/text.js';
import { must, orRefusal, type FuzzTarget } from '../harness.js';
import { changeJson, jsonChanges, makeText } from '../made-up.js';
import { workedOn } from './reviewing.js';
import { reviewText } from '../../review/review-text.js';

const decisions: FuzzTarget = {
  name: 'decisions',
  share: 1,
  property: (count) =>
    fc.asyncProperty(fc.nat(200), fc.nat(12), jsonChanges(), async (seed, steps, changes) => {
      const review = await workedOn(seed, steps);
      const file = {
        format: 'paralign-decisions',
        version: 1,
        alignment: alignmentHash(tableFromReview(review)),
        source: 'x.paralign',
        decided_by: makeText(seed, 1),
        created: null,
        decisions: review.rows.slice(0, 12).map((row, index) => ({
          row: row.id + 1,
          texts: row.cells.map((_, stream) => readableText(review, row, stream)),
          was: { status: row.status, note: row.note },
          status: ['accepted', 'rejected', 'needs-review', null][index % 4],
          note: index % 3 === 0 ? makeText(seed + index, 2) : null,
          edits: row.cells.map((cell) =>
            cell.length > 0 && index % 2 === 0 ? makeText(seed + index, 3) : null,
          ),
        })),
      };
      const text = JSON.stringify(changeJson(file, changes));
      const read = orRefusal(['bad-decisions'], () => parseDecisions('x.json', text));
      count(read === null ? 'refused' : 'read');
      if (read === null) return;
      const origin = { file: 'x.json', by: read.decided_by };
      const plan = planDecisions(review, read, origin);
      if (plan === null || isRefusal(plan.draft)) return;
      const done = act(review, { type: 'do', entry: plan.draft });
      const violation = findViolation(done);
      must(violation === null, () => `${violation?.path ?? ''} ${violation?.problem ?? ''}`);
      parseReview('x', reviewText(done));
      const again = planDecisions(done, read, origin);
      must(again?.rowsChanged === 0, () => 'the second import changes something');
      count('applied');
    }),
};

/** What reads decisions. */
export const decidingTargets: readonly FuzzTarget[] = [decisions];
