import { describe, expect, test } from 'vitest';
import { simpleReview } from '../../review/fixture.js';
import { sit } from '../person.js';

const field = (person: ReturnType<typeof sit>) => {
  const { mode } = person.view();
  return mode.type === 'field' ? mode.field.text : null;
};

describe('a text field', () => {
  test('takes what is typed, including keys of the list', () => {
    const person = sit(simpleReview(3));
    person.keys('/ j a m');
    person.type(' q?');
    expect(field(person)).toBe('jam q?');
    expect(person.recorded()).toEqual([]);
  });

  test('does not insert the names of unbound keys', () => {
    const person = sit(simpleReview(3));
    person.keys('/ a ctrl+t alt+x up tab pagedown');
    expect(field(person)).toBe('a');
  });

  test('is edited with the keys of the table', () => {
    const person = sit(simpleReview(3));
    person.keys('/ a b space c home right backspace end ctrl+w');
    expect(field(person)).toBe('b');
  });

  test('inserts a paste as text, with spaces for line breaks', () => {
    const person = sit(simpleReview(3));
    person.keys('t');
    person.paste('two\r\nlines');
    expect(field(person)).toBe('two lines');
  });

  test('a paste outside fields does not run commands', () => {
    const person = sit(simpleReview(3));
    person.paste('aaa');
    expect(person.message()).toBe('you can paste only into a text field');
    expect(person.view().review.sequence).toBe(0);
  });

  test('Esc closes it without changes, but asks before discarding a text', () => {
    const person = sit(simpleReview(3));
    person.keys('t esc');
    expect(person.view().mode.type).toBe('normal');
    person.keys('t x esc');
    expect(person.view().mode).toMatchObject({ question: 'discard what you typed?' });
    person.keys('n y enter');
    expect(person.row()?.note).toBe('xy');
    person.keys('e z esc y');
    expect(person.view().mode.type).toBe('normal');
    expect(person.row()?.edits).toEqual({});
  });
});
