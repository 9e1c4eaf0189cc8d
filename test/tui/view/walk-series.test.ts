import { describe, expect, test } from 'vitest';
import type { Review } from '../../../src/review/model.js';
import { skipReview } from '../../../src/tui/view/series.js';
import { simpleReview } from '../../review/fixture.js';
import { sit } from '../person.js';
import { seriesOf } from '../series-fixture.js';

// Rows 5 and 10 of the open review need review; the others have 1, none and 1.
const reviews = [simpleReview(11), simpleReview(6), simpleReview(3), simpleReview(5)];
const before = (at: number, given: readonly Review[] = reviews, columns = 100) =>
  sit(given[at] ?? simpleReview(1), { series: seriesOf(given, at), columns });

describe('] and [ in a series', () => {
  test('go from row to row, and after the last one to the next review with doubt', () => {
    const person = before(0);
    person.keys(']');
    expect([person.place(), person.asked()]).toEqual([10, []]);
    person.keys(']');
    expect(person.asked()).toEqual([{ type: 'walk', step: 1, goal: 'doubt' }]);
    expect(person.message()).toBe('opening r1.paralign ...');
    person.keys('[');
    expect([person.place(), person.asked()]).toEqual([5, []]);
    person.keys('[');
    expect(person.asked()).toEqual([{ type: 'walk', step: -1, goal: 'doubt' }]);
    expect(person.message()).toBe('opening r3.paralign ...');
  });

  test('n does the same without a search, and stays in the review with one', () => {
    const person = before(1);
    person.keys('n');
    expect(person.asked()).toMatchObject([{ type: 'walk' }]);
    person.keys('/');
    person.type('sentence');
    person.keys('enter n');
    expect(person.asked()).toEqual([]);
  });

  test('wrap around in the last review with doubt', () => {
    const given = [simpleReview(11), simpleReview(2)];
    const person = before(0, given);
    person.keys('] ]');
    expect([person.place(), person.asked()]).toEqual([5, []]);
    const alone = before(0, [simpleReview(6), simpleReview(2)]);
    alone.keys(']');
    expect(alone.message()).toBe('no other row needs review');
  });
});

describe('accepting in a series', () => {
  test('stays on the last row of a review; the same key opens the next', () => {
    const person = before(0);
    person.keys('a');
    expect(person.place()).toBe(10);
    person.keys('enter');
    expect([person.place(), person.recorded()]).toEqual([10, ['do']]);
    expect(person.message()).toContain('] opens r1.paralign (1 to review)');
    person.keys('u');
    expect(person.message()).toContain('undone');
    person.keys('a a');
    expect(person.asked()).toEqual([{ type: 'walk', step: 1, goal: 'doubt' }]);
  });

  test('says if no review has anything left', () => {
    const person = before(0, [simpleReview(6), simpleReview(2)]);
    person.keys('r');
    expect(person.message()).toContain('no row needs review in any of the reviews (q quits)');
    person.keys('r');
    expect(person.asked()).toEqual([]);
  });
});

describe(':n and :N', () => {
  const command = (person: ReturnType<typeof before>, text: string) => {
    person.keys(':');
    person.type(text);
    person.keys('enter');
    return [person.asked()[0] ?? null, person.message()];
  };

  test('go to the adjacent review, with or without doubt', () => {
    expect(command(before(1), 'n')).toEqual([
      { type: 'walk', step: 1, goal: 'review' },
      'opening r2.paralign ...',
    ]);
    expect(command(before(1), 'N')).toEqual([
      { type: 'walk', step: -1, goal: 'review' },
      'opening r0.paralign ...',
    ]);
    expect(command(before(3), 'next')).toEqual([null, 'this is the last review']);
    expect(command(before(0), 'prev')).toEqual([null, 'this is the first review']);
  });

  test('do nothing in a single review', () => {
    expect(command(sit(simpleReview(6)) as ReturnType<typeof before>, 'n')[1]).toContain(
      'only one review is open',
    );
  });
});

describe('the title', () => {
  test('shows the place in the series, and how many rows are left to review in all', () => {
    const person = before(1);
    expect(person.lines()[0]).toContain('2 of 4 reviews, 4 to review');
    person.keys('a');
    expect(person.lines()[0]).toContain('2 of 4 reviews, 3 to review');
    person.keys(':');
    person.type('threshold .99');
    person.keys('enter');
    expect(person.lines()[0]).toContain(`2 of 4 reviews, ${11 + 5 + 3 + 5} to review`);
  });

  test('leaves out skipped reviews', () => {
    const series = skipReview(seriesOf(reviews, 1), 0, 'locked');
    expect(sit(simpleReview(6), { series }).lines()[0]).toContain('1 of 3 reviews, 2 to review');
  });

  test('has room for them beside a long name', () => {
    const person = before(1, reviews, 80);
    person.change((view) => ({ ...view, title: `${'long'.repeat(30)}.paralign` }));
    expect(person.lines()[0]).toContain('2 of 4 reviews, 4 to review');
  });
});
