import { describe, expect, test } from 'vitest';
import { isRefusal, type Draft, type Review } from '../../../../src/review/model.js';
import { mergeRows } from '../../../../src/review/operations/rows.js';
import { composePreview } from '../../../../src/tui/compose/pages/compose-preview.js';
import { plainPage } from '../../../../src/tui/view/page-line.js';
import { simpleReview } from '../../../review/fixture.js';

function preview(review: Review, draft: Draft): string[] {
  if (isRefusal(draft)) throw new Error(draft.refused);
  return plainPage(composePreview(review, draft, 0.8)).split('\n');
}

describe('the preview of a step', () => {
  test('shows the removed rows, then the added ones', () => {
    const review = simpleReview(6);
    const [title, blank, ...lines] = preview(review, mergeRows(review, 1, 'next'));
    expect(title).toMatch(/^merged 2 and 3/);
    expect(blank).toBe('');
    expect(lines.map((line) => line.replace(/ +/g, ' '))).toEqual([
      '- 1-1 .95 a en en sentence 2.',
      ' b fr fr sentence 2.',
      '- 1-1 .95 a en en sentence 3.',
      ' b fr fr sentence 3.',
      expect.stringMatching(/^\+ 2-2 \S+ a en en sentence 2\. en sentence 3\.$/),
      ' b fr fr sentence 2. fr sentence 3.',
    ]);
  });

  test('counts unchanged rows instead of showing them', () => {
    const review = simpleReview(6);
    const draft = mergeRows(review, 1, 'next');
    if (isRefusal(draft)) throw new Error(draft.refused);
    const kept = review.rows.slice(3, 5);
    const changes = draft.changes.map((change) =>
      change.type === 'rows'
        ? {
            ...change,
            removed: [...change.removed, ...kept],
            inserted: [...change.inserted, ...kept],
          }
        : change,
    );
    const lines = preview(review, { ...draft, changes });
    expect(lines[0]).toMatch(/; 2 rows unchanged$/);
    expect(lines.join('\n')).not.toContain('en sentence 4.');
  });
});
