import { describe, expect, test } from 'vitest';
import { parseWord } from '../../../src/tui/modes/reduce.js';
import { simpleReview } from '../../review/fixture.js';
import { sit, viewOf } from '../person.js';

describe('a key', () => {
  test('clears the last message', () => {
    const person = sit(simpleReview(3));
    person.keys('u');
    expect(person.message()).not.toBe('');
    person.keys('j');
    expect(person.message()).toBe('');
  });

  test('that is not bound says so, and where to look', () => {
    const person = sit(simpleReview(3));
    person.keys('y');
    expect(person.message()).toBe('y does nothing here (? shows the keys)');
  });

  test('digits are a number for the next command; a zero only after another digit', () => {
    const person = sit(simpleReview(30));
    person.keys('g 1 0');
    expect(person.view().count).toBe('10');
    person.keys('j');
    expect([person.place(), person.view().count]).toEqual([11, '']);
    person.keys('0');
    expect(person.message()).toMatch(/^0 does nothing here/);
  });

  test('the number has at most six digits, and Esc clears it', () => {
    const person = sit(simpleReview(3));
    person.keys('1 2 3 4 5 6 7');
    expect(person.view().count).toBe('234567');
    person.keys('esc');
    expect(person.view().count).toBe('');
  });

  test('Ctrl+C closes what is open; twice in a row it quits', () => {
    const person = sit(simpleReview(3));
    person.keys('/ a ctrl+c');
    expect([person.view().mode.type, person.message()]).toEqual(['normal', '']);
    person.keys('j ctrl+c');
    expect(person.message()).toBe('press Ctrl+C again to save and quit');
    expect(person.asked()).toEqual([]);
    person.keys('j ctrl+c');
    expect(person.asked()).toEqual([]);
    person.keys('ctrl+c');
    expect(person.asked()).toEqual([{ type: 'quit' }]);
  });

  test.each(['', '/', 's', 's c', '?', 'A'])(
    'redraws and suspends whatever is open: %j',
    (keys) => {
      const person = sit(simpleReview(3));
      if (keys !== '') person.keys(keys);
      const { mode } = person.view();
      person.keys('ctrl+l ctrl+z');
      expect(person.asked()).toEqual([{ type: 'redraw' }, { type: 'suspend' }]);
      expect(person.view().mode).toEqual(mode);
    },
  );
});

test('plain mode accepts commands by name or key; an empty line is Enter', () => {
  const view = viewOf(simpleReview(3));
  expect(['merge', 'm', '', 'zzz'].map((word) => parseWord(view, word))).toEqual([
    'merge',
    'merge',
    'accept',
    undefined,
  ]);
});
