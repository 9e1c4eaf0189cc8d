import { describe, expect, test } from 'vitest';
import { shown, simpleReview } from '../../review/fixture.js';
import { sit } from '../person.js';

describe('submitting a field', () => {
  test('a search goes to the next match, unless the selected row matches', () => {
    const person = sit(simpleReview(12));
    person.keys('g / 9 . enter');
    expect(person.place()).toBe(9);
    person.keys('/ e n enter');
    expect([person.place(), person.message()]).toEqual([9, '"en": match 9 of 12']);
    person.keys('G n');
    expect([person.place(), person.message()]).toEqual([1, '"en": match 1 of 12, wrapped around']);
    person.keys('/ z z enter');
    expect(person.message()).toBe('"zz" was not found');
  });

  test('an empty search repeats the last one', () => {
    const person = sit(simpleReview(12));
    person.keys('g / 9 . enter g / enter');
    expect(person.place()).toBe(9);
  });

  test('an export is left to the driver, unless it has no name', () => {
    const person = sit(simpleReview(3));
    person.keys('W enter');
    expect(person.asked()).toEqual([{ type: 'export', path: 'book.csv', replace: false }]);
    person.keys('W ctrl+u enter');
    expect(person.asked()).toEqual([]);
  });

  test('search and replace asks for both texts, then for confirmation', () => {
    const person = sit(simpleReview(3));
    person.keys('% e n enter d e enter');
    expect(person.view().mode.type).toBe('confirm');
    person.keys('y');
    expect(person.view().review.rows.map((row) => row.edits[0])).toEqual([
      'de sdetdece 1.',
      'de sdetdece 2.',
      'de sdetdece 3.',
    ]);
    expect(shown(person.view().review)[0]).toBe('en sentence 1. | fr sentence 1.');
  });

  test('a paragraph’s language may be a tag or a name, and is left to the driver', () => {
    const person = sit(simpleReview(3));
    person.keys('P ctrl+u z h - H a n t enter');
    expect(person.asked()).toEqual([
      { type: 'relabel', source: 0, paragraph: 1, language: 'zh-Hant' },
    ]);
    person.keys('P ctrl+u G e r m a n enter');
    expect(person.asked()).toEqual([{ type: 'relabel', source: 0, paragraph: 1, language: 'de' }]);
    person.keys('P ctrl+u G e r m n enter');
    expect(person.message()).toBe('unknown language "Germn"; did you mean "German"?');
    person.keys('P ctrl+u x x enter');
    expect(person.message()).toBe('unknown language "xx"; use a tag such as es or zh-Hant');
    expect(person.asked()).toEqual([]);
  });
});
