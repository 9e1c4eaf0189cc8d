import { describe, expect, test } from 'vitest';
import { refuse } from '../../../src/review/model.js';
import { ask } from '../../../src/tui/modes/confirm-mode.js';
import { simpleReview } from '../../review/fixture.js';
import { sit, viewOf } from '../person.js';

describe('a question', () => {
  test.each(['y', 'enter'])('is answered yes with %s', (key) => {
    const person = sit(simpleReview(3));
    person.keys(`A ${key}`);
    expect(person.view().review.rows.every((row) => row.status === 'accepted')).toBe(true);
    expect(person.recorded()).toEqual(['do']);
  });

  test.each(['n', 'q', 'esc'])('is answered no with %s', (key) => {
    const person = sit(simpleReview(3));
    person.keys(`A ${key}`);
    expect(person.view().mode.type).toBe('normal');
    expect(person.view().review.sequence).toBe(0);
  });

  test('waits for an answer', () => {
    const person = sit(simpleReview(3));
    person.keys('A j m');
    expect(person.view().mode.type).toBe('confirm');
  });

  test('is not asked if the step is refused', () => {
    const { view } = ask(viewOf(simpleReview(3)), refuse('nothing to accept'));
    expect(view.mode.type).toBe('normal');
    expect(view.toast).toEqual({ text: 'nothing to accept', kind: 'warning' });
  });

  test('asks in the words of the step', () => {
    const person = sit(simpleReview(3));
    person.keys('% f r enter d e enter');
    expect(person.view().mode).toMatchObject({ question: expect.stringMatching(/^replace .*\?$/) });
  });
});
