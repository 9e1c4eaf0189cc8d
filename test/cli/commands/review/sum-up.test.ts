import { describe, expect, test } from 'vitest';
import { sumUp } from '../../../../src/cli/commands/review/sum-up.js';
import { act } from '../../../../src/review/history.js';
import { isRefusal } from '../../../../src/review/model.js';
import { decide } from '../../../../src/review/operations/decide.js';
import { simpleReview } from '../../../review/fixture.js';

describe('sumUp', () => {
  const closed = { cwd: '/work', path: '/work/a-b.paralign', threshold: 0.8 };

  test('counts the decisions and names the likely next commands', () => {
    const draft = decide(simpleReview(4), 0, 'accepted');
    if (isRefusal(draft)) throw new Error(draft.refused);
    const review = act(simpleReview(4), { type: 'do', entry: draft });
    expect(sumUp({ ...closed, review })).toBe(
      [
        'a-b.paralign: 1 of 4 rows decided (1 accepted)',
        '  continue: paralign review a-b.paralign',
        '  export:   paralign convert a-b.paralign -o a-b.csv',
        '',
      ].join('\n'),
    );
  });

  test('counts the rows that need review, and quotes names for the shell', () => {
    const text = sumUp({ ...closed, path: "/work/my book's.paralign", review: simpleReview(6) });
    expect(text).toContain('0 of 6 rows decided, 1 to review');
    expect(text).toContain("paralign review 'my book'\\''s.paralign'");
  });
});
