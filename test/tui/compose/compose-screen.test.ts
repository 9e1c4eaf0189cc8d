import { describe, expect, test } from 'vitest';
import { settle } from '../../../src/tui/view/selection.js';
import { simpleReview } from '../../review/fixture.js';
import { sit } from '../person.js';

describe('another size', () => {
  test('shares the lines like a screen that started with that size, until the user chooses', () => {
    const small = sit(simpleReview(50), { rows: 14 });
    const person = sit(simpleReview(50), { rows: 50 });
    person.change((view) => settle({ ...view, rows: 14 }));
    expect(person.lines().findIndex((line) => line.startsWith('──'))).toBe(
      small.lines().findIndex((line) => line.startsWith('──')),
    );
    person.keys('-');
    const lines = person.lines().filter((line) => / 1-1 /.test(line)).length;
    person.change((view) => settle({ ...view, rows: 50 }));
    expect(person.lines().filter((line) => / 1-1 /.test(line)).length).toBeGreaterThan(lines);
  });
});

describe('the screen', () => {
  test('says why it is empty; so do keys that need a row', () => {
    const person = sit(simpleReview(3));
    person.keys('f r');
    expect(person.screen()).toContain('no row to show: rejected (f f shows all)');
    person.keys('esc f / z z z enter');
    expect(person.screen()).toContain('no row matches "zzz" (f f shows all)');
    person.keys('j a');
    expect(person.lines().at(-1)).toContain('no row matches "zzz"');
  });

  test('has one line less than the terminal, and says if that is too small', () => {
    expect(sit(simpleReview(50), { rows: 24, columns: 80 }).lines()).toHaveLength(23);
    expect(sit(simpleReview(50), { rows: 11, columns: 80 }).lines()).toEqual([
      'terminal too small: 80x11, needs 60x12',
    ]);
  });

  test('is title, heading, list, rule, detail, progress and hints, from top to bottom', () => {
    const lines = sit(simpleReview(50), { rows: 24, columns: 80 }).lines();
    const places = [
      /^ paralign review/,
      /^ +# type conf/,
      / 1 1-1 /,
      /^── /,
      /^▸ a en/,
      /0\/50/,
      /\? help/,
    ];
    const found = places.map((place) => lines.findIndex((line) => place.test(line)));
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(found[0]).toBe(0);
    expect(found.at(-1)).toBe(22);
  });

  test('a page fills it, with a title that says which lines are visible', () => {
    const person = sit(simpleReview(50), { rows: 24, columns: 80 });
    person.keys('?');
    expect(person.lines()[0]).toMatch(/^ Keys {4}1-20 of \d+$/);
    expect(person.lines()).toHaveLength(23);
    expect(person.lines().at(-1)).toContain('j k scroll');
  });
});
