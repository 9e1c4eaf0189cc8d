import { describe, expect, test } from 'vitest';
import { shown } from '../../review/fixture.js';
import { longRow, oneRow, sit } from '../person.js';

const review = longRow([
  ['One.', 'Two.', 'Three.'],
  ['Un.', 'Deux.'],
]);

describe('splitting a row between sentences', () => {
  test('starts in the middle of every column', () => {
    const person = sit(review);
    person.keys('s');
    expect(person.view().mode).toEqual({ type: 'split', counts: [2, 1] });
  });

  test('moves the boundary of the active column, from none of its sentences to all of them', () => {
    const person = sit(review);
    const counts = () => {
      const { mode } = person.view();
      return mode.type === 'split' ? mode.counts : [];
    };
    person.keys('s j j');
    expect(counts()).toEqual([3, 1]);
    person.keys('l k k k');
    expect(counts()).toEqual([3, 0]);
    person.keys('l k');
    expect(counts()).toEqual([2, 0]);
  });

  test('splits at the boundaries', () => {
    const person = sit(review);
    person.keys('s k enter');
    expect(shown(person.view().review)).toEqual(['One. | Un.', 'Two. Three. | Deux.']);
    expect(person.view().mode.type).toBe('normal');
  });

  test('any other key leaves the row unchanged', () => {
    const person = sit(review);
    person.keys('s j esc');
    expect(person.view().mode.type).toBe('normal');
    expect(person.view().review).toBe(review);
  });

  test('switches to cutting inside a sentence', () => {
    const person = sit(review);
    person.keys('s c');
    expect(person.view().mode.type).toBe('cut');
  });

  test('starts by cutting a sentence if no column has two', () => {
    const person = sit(oneRow(['One two.', 'Un.'], ['en', 'fr']));
    person.keys('s');
    expect(person.view().mode.type).toBe('cut');
  });
});
