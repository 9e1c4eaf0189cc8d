import { describe, expect, test } from 'vitest';
import { scrollDetail } from '../../../src/tui/modes/scroll-detail.js';
import { simpleReview } from '../../review/fixture.js';
import { oneRow, sit, viewOf, words } from '../person.js';

describe('the detail pane', () => {
  const long = oneRow([words(150), 'fin'], ['en', 'fr']);

  test('says which of its lines are visible, and stops scrolling at either end', () => {
    const person = sit(long, { columns: 70, rows: 14 });
    const [, total] = /lines 1-\d+ of (\d+) \(Ctrl\+E\)/.exec(person.screen()) ?? [];
    for (let index = 0; index < 99; index++) person.keys('ctrl+e');
    expect(person.screen()).toMatch(new RegExp(`lines \\d+-${total} of ${total} `));
    const bottom = person.screen();
    person.keys('ctrl+y');
    expect(person.screen()).not.toBe(bottom);
    for (let index = 0; index < 99; index++) person.keys('ctrl+y');
    expect(person.screen()).toContain('lines 1-');
  });

  test('scrolls by the number typed before', () => {
    const person = sit(long, { columns: 70, rows: 14 });
    person.keys('3 ctrl+e');
    expect(person.view().detailTop).toBe(3);
    person.keys('2 ctrl+y');
    expect(person.view().detailTop).toBe(1);
  });

  test('does not scroll if all of it is visible', () => {
    const view = viewOf(simpleReview(3));
    expect(scrollDetail(view, 5).detailTop).toBe(0);
  });

  test('does not scroll if no row is shown', () => {
    const person = sit(simpleReview(3));
    person.keys('f r');
    expect(scrollDetail(person.view(), 5)).toBe(person.view());
  });
});
