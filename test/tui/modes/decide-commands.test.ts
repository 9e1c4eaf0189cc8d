import { describe, expect, test } from 'vitest';
import type { Check } from '../../../src/domain.js';
import type { Review } from '../../../src/review/model.js';
import { simpleReview } from '../../review/fixture.js';
import { sit } from '../person.js';

const statuses = (person: ReturnType<typeof sit>) =>
  person
    .view()
    .review.rows.map((row) => row.status[0])
    .join('');

/** A review where a number differs in some rows. */
function failingReview(count: number, failing: readonly number[]): Review {
  const review = simpleReview(count);
  const side = { stream: 0, values: ['7'], spans: [{ start: 0, end: 1 }] };
  const check: Check = { code: 'number', a: side, b: { ...side, stream: 1 } };
  const rows = review.rows.map((row) =>
    failing.includes(row.id) ? { ...row, checks: [check] } : row,
  );
  return { ...review, rows };
}

describe('deciding', () => {
  test('accepting moves to the next row that needs review, then to undecided rows', () => {
    const person = sit(simpleReview(10));
    expect(person.place()).toBe(5);
    person.keys('a');
    expect(person.place()).toBe(10);
    person.keys('enter');
    expect(person.place()).not.toBe(10);
    expect(statuses(person)).toBe('uuuuauuuua');
    expect(person.recorded()).toEqual(['do']);
  });

  test('the last decision says that it was the last', () => {
    const person = sit(simpleReview(1));
    person.keys('a');
    expect(person.message()).toMatch(/accepted 1 .*; that was the last row/);
  });

  test('rejecting moves on, clearing stays', () => {
    const person = sit(simpleReview(3));
    person.keys('g r');
    expect([person.place(), statuses(person)]).toEqual([2, 'ruu']);
    person.keys('g c');
    expect([person.place(), statuses(person)]).toEqual([1, 'uuu']);
  });

  test('a mark of doubt and a flag can be set and removed', () => {
    const person = sit(simpleReview(3));
    person.keys('g ! F');
    expect(person.row()).toMatchObject({ doubt: true, flagged: true });
    person.keys('! F');
    expect(person.row()).toMatchObject({ doubt: false, flagged: false });
  });

  test('a note is written on the row', () => {
    const person = sit(simpleReview(3));
    person.keys('t');
    person.type('ask her');
    person.keys('enter');
    expect(person.row()?.note).toBe('ask her');
  });

  test('accepting many rows asks first, and is one step', () => {
    const person = sit(simpleReview(10));
    person.keys('A');
    expect(person.view().mode).toMatchObject({
      type: 'confirm',
      question: 'accept 8 rows with confidence 0.80 or more?',
    });
    expect(statuses(person)).toBe('uuuuuuuuuu');
    person.keys('y');
    expect(statuses(person)).toBe('aaaauaaaau');
    person.keys('u');
    expect(statuses(person)).toBe('uuuuuuuuuu');
  });

  test('never counts rows linked by hand as confident', () => {
    const person = sit(simpleReview(4));
    person.keys('g l X c');
    expect(person.screen()).toMatch(/>\s+1 1-1\s+- \?/);
    person.keys('A y');
    expect(statuses(person)).toBe('ueaa');
    expect(person.lines().at(-2)).toContain('?1 to review');
  });

  test('leaves out rows with failing checks, and says how many', () => {
    const person = sit(failingReview(10, [1, 2, 4]));
    person.keys('A');
    expect(person.view().mode).toMatchObject({
      question: 'accept 6 rows with confidence 0.80 or more, except 2 with failing checks?',
    });
    person.keys('y');
    expect(statuses(person)).toBe('auuauaaaau');
    person.keys('A');
    expect(person.message()).toMatch(/^nothing to do: .*, except 2 with failing checks$/);
    expect(person.lines().at(-2)).not.toContain('A accepts');
    person.keys('1 0 g C');
    expect(person.view().mode).toMatchObject({
      question: 'accept 4 rows up to here, including 3 with failing checks?',
    });
  });

  test('all undecided rows down to the selected one are accepted in one step', () => {
    const person = sit(simpleReview(6));
    person.keys('g j r 4 g C y');
    expect(statuses(person)).toBe('araauu');
  });

  test('only rows that are shown are accepted', () => {
    const person = sit(simpleReview(12));
    person.keys('f / 1 2 . enter A y');
    expect(statuses(person)).toBe('uuuuuuuuuuua');
  });
});
