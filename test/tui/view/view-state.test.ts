import { expect, test } from 'vitest';
import { diffModeOf, operationContext, say } from '../../../src/tui/view/view-state.js';
import { simpleReview } from '../../review/fixture.js';
import { viewOf } from '../person.js';

test('differences are side by side on wide screens, until the user chooses', () => {
  const view = (columns: number) => viewOf(simpleReview(3), { columns });
  expect([diffModeOf(view(119)), diffModeOf(view(120))]).toEqual(['inline', 'side']);
  expect(diffModeOf({ ...view(120), diff: 'off' })).toBe('off');
});

test('operations check rows if the review has a checker', () => {
  const check = () => [];
  expect(operationContext(viewOf(simpleReview(3), { check }))).toEqual({ check });
  expect(operationContext(viewOf(simpleReview(3)))).toEqual({});
});

test('a message is information by default', () => {
  expect(say(viewOf(simpleReview(3)), 'saved').toast).toEqual({ text: 'saved', kind: 'info' });
});
