import { describe, expect, test } from 'vitest';
import { layoutOf } from '../../../src/tui/view/selection.js';
import { simpleReview } from '../../review/fixture.js';
import { sit } from '../person.js';

describe('moving in the list', () => {
  test('goes to a row by the number typed before g and G, as with ":"', () => {
    const person = sit(simpleReview(30));
    person.keys('1 2 G');
    expect(person.screen()).toContain('12 of 30');
    person.keys('3 g');
    expect(person.screen()).toContain('3 of 30');
    person.keys('G');
    expect(person.screen()).toContain('30 of 30');
  });

  test('by as many rows as the number typed before says, stopping at either end', () => {
    const person = sit(simpleReview(30));
    person.keys('g j');
    expect(person.place()).toBe(2);
    person.keys('1 2 j');
    expect(person.place()).toBe(14);
    person.keys('3 k');
    expect(person.place()).toBe(11);
    person.keys('9 9 k');
    expect(person.place()).toBe(1);
    person.keys('9 9 down');
    expect(person.place()).toBe(30);
  });

  test('by screens and half screens of the list', () => {
    const person = sit(simpleReview(100));
    const page = layoutOf(person.view()).listLines - 1;
    person.keys('g space');
    expect(person.place()).toBe(1 + page);
    person.keys('b');
    expect(person.place()).toBe(1);
    person.keys('2 pagedown');
    expect(person.place()).toBe(1 + 2 * page);
    person.keys('g ctrl+d');
    expect(person.place()).toBe(1 + Math.floor(page / 2));
    person.keys('ctrl+u');
    expect(person.place()).toBe(1);
  });

  test('to rows that need review, and says if there is no other', () => {
    const person = sit(simpleReview(12));
    person.keys('g ]');
    expect(person.place()).toBe(5);
    person.keys(']');
    expect(person.place()).toBe(10);
    person.keys('[');
    expect(person.place()).toBe(5);
    person.keys(': t h r e s h o l d space . 1 enter ]');
    expect(person.message()).toBe('no other row needs review');
  });

  test('to rows without a decision', () => {
    const person = sit(simpleReview(4));
    person.keys('g r g )');
    expect(person.place()).toBe(2);
    person.keys('G (');
    expect(person.place()).toBe(3);
  });

  test('to rows that are not 1-1, and to those with failing checks', () => {
    const person = sit(simpleReview(9));
    person.keys('g j m g }');
    expect(person.place()).toBe(2);
    person.keys('}');
    expect(person.message()).toBe('all other rows are 1-1');
    person.keys('>');
    expect(person.message()).toBe('no other row has a failing check');
  });

  test('to matches of the search or, without one, to rows that need review', () => {
    const person = sit(simpleReview(12));
    person.keys('g n');
    expect(person.place()).toBe(5);
    person.keys('g / 1 . enter n');
    expect(person.place()).toBe(11);
    person.keys('N');
    expect(person.place()).toBe(1);
    person.keys('/ 7 . enter n');
    expect(person.message()).toBe('"7.": the only match');
  });

  test('between columns, wrapping around', () => {
    const person = sit(simpleReview(3, ['en', 'fr', 'de']));
    person.keys('l l');
    expect(person.view().column).toBe(2);
    person.keys('l');
    expect(person.view().column).toBe(0);
    person.keys('h');
    expect(person.view().column).toBe(2);
  });

  test('another column returns the detail pane to its default position', () => {
    const person = sit(simpleReview(3), { rows: 14 });
    person.change((view) => ({ ...view, detailTop: 3 }));
    person.keys('l');
    expect(person.view().detailTop).toBe(0);
  });
});
