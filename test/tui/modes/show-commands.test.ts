import { describe, expect, test } from 'vitest';
import { layoutOf } from '../../../src/tui/view/selection.js';
import { simpleReview } from '../../review/fixture.js';
import { oneRow, sit } from '../person.js';

describe('changing how the list is shown', () => {
  test('least certain first, then back to text order; the selected row stays selected', () => {
    const person = sit(simpleReview(12));
    const { selected } = person.view();
    person.keys('o');
    expect(person.message()).toBe('least certain first');
    expect([person.place(), person.view().selected]).toEqual([1, selected]);
    person.keys('o');
    expect(person.message()).toBe('sorted by position in the texts');
    expect(person.place()).toBe(5);
  });

  test('cycles through the ways to show differences, starting from the default for the width', () => {
    const texts = oneRow(['A man.', 'A woman.'], ['en', 'en']);
    const turn = (columns: number) => {
      const person = sit(texts, { columns });
      return [1, 2, 3].map(() => {
        person.keys('d');
        return person.message();
      });
    };
    expect(turn(130)).toEqual([
      'differences: inline',
      'differences: off',
      'differences: side by side',
    ]);
    expect(turn(100)[0]).toBe('differences: off');
  });

  test('a larger or smaller detail pane, from all of the screen to none of it', () => {
    const person = sit(simpleReview(50));
    const lines = () => layoutOf(person.view()).detailLines;
    const before = lines();
    person.keys('+');
    expect(lines()).toBeGreaterThan(before);
    person.keys('- -');
    expect(lines()).toBe(0);
    person.keys('-');
    expect(lines()).toBe(0);
    person.keys('+ + + + +');
    expect(layoutOf(person.view()).listLines).toBe(0);
  });

  test('Esc clears the marks first, then the search, then the filter', () => {
    const person = sit(simpleReview(12));
    person.keys('f d / s enter v');
    const over = () => {
      const { marked, query, filter } = person.view();
      return [marked.length, query !== null, filter.by];
    };
    expect(over()).toEqual([1, true, 'doubtful']);
    person.keys('esc');
    expect(over()).toEqual([0, true, 'doubtful']);
    person.keys('esc');
    expect(over()).toEqual([0, false, 'doubtful']);
    person.keys('esc');
    expect(over()).toEqual([0, false, 'all']);
  });

  test('saving and quitting are left to the driver', () => {
    const person = sit(simpleReview(3));
    person.keys('w');
    expect(person.asked()).toEqual([{ type: 'save' }]);
    person.keys('q');
    expect(person.asked()).toEqual([{ type: 'quit' }]);
  });

  test.each([
    [':', 'command'],
    ['/', 'search'],
    ['%', 'find'],
    ['W', 'export'],
  ])('%s opens a field', (key, of) => {
    const person = sit(simpleReview(3));
    person.keys(key);
    expect(person.view().mode).toMatchObject({ type: 'field', prompt: { of } });
  });
});
