import { describe, expect, test } from 'vitest';
import { refuse } from '../../../src/review/model.js';
import { decide } from '../../../src/review/operations/decide.js';
import { perform, performAndGoOn } from '../../../src/tui/modes/perform.js';
import { simpleReview } from '../../review/fixture.js';
import { viewOf } from '../person.js';

describe('taking a step', () => {
  test('changes the review, records it, and says how to undo it', () => {
    const view = viewOf(simpleReview(6));
    const step = perform(view, decide(view.review, view.selected, 'rejected'));
    expect(step.view.toast?.text).toBe('rejected 5 (u to undo)');
    expect(step.effects).toMatchObject([{ type: 'record', sequence: 1, action: { type: 'do' } }]);
    expect(step.view.review.sequence).toBe(1);
  });

  test('a step that is refused changes nothing, and says why', () => {
    const view = viewOf(simpleReview(6));
    const step = perform(view, refuse('not so'));
    expect(step.view).toEqual({ ...view, toast: { text: 'not so', kind: 'warning' } });
    expect(step.effects).toEqual([]);
  });

  test('moves on even if nothing changed', () => {
    const view = viewOf(simpleReview(10));
    const first = performAndGoOn(view, decide(view.review, view.selected, 'accepted')).view;
    const back = { ...first, selected: view.selected };
    const again = performAndGoOn(back, decide(first.review, view.selected, 'accepted')).view;
    expect(again.selected).toBe(first.selected);
  });
});
