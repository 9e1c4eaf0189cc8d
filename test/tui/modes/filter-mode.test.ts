import { describe, expect, test } from 'vitest';
import { filterMenu } from '../../../src/tui/view/filter-menu.js';
import { shownRows } from '../../../src/tui/view/selection.js';
import { simpleReview } from '../../review/fixture.js';
import { sit } from '../person.js';

describe('the menu of filters', () => {
  test.each(filterMenu)('$key shows $name', ({ key, name: by }) => {
    const person = sit(simpleReview(12));
    person.keys(`f ${key}`);
    expect(person.view().filter).toEqual({ by });
    expect(person.view().mode.type).toBe('normal');
  });

  test('says how many rows are left', () => {
    const person = sit(simpleReview(12));
    person.keys('f d');
    expect(person.message()).toMatch(/^2 of 12 rows: /);
    person.keys('f f');
    expect(person.message()).toBe('all rows');
  });

  test('/ takes a type, a range of confidence, a name or any other text', () => {
    const person = sit(simpleReview(12));
    const count = (text: string) => {
      person.keys('f /');
      person.type(text);
      person.keys('enter');
      return shownRows(person.view()).length;
    };
    expect(count('1-1')).toBe(12);
    expect(count('2-1')).toBe(0);
    expect(count('<.5')).toBe(2);
    expect(count('doubtful')).toBe(2);
    expect(count('sentence 12')).toBe(1);
  });

  test('an empty text keeps the filter', () => {
    const person = sit(simpleReview(12));
    person.keys('f d f / enter');
    expect(person.view().filter).toEqual({ by: 'doubtful' });
  });

  test('names a key without a filter, and closes on Esc and Ctrl+C', () => {
    const person = sit(simpleReview(12));
    person.keys('f y');
    expect(person.message()).toBe('no filter uses the key y');
    person.keys('f esc');
    expect([person.message(), person.view().mode.type]).toEqual(['', 'normal']);
  });
});
