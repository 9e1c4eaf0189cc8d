import { describe, expect, test } from 'vitest';
import { simpleReview } from '../../review/fixture.js';
import { sit } from '../person.js';

describe('noise on the screen', () => {
  test('is marked and counted, shown by its filter, and restored', () => {
    const person = sit(simpleReview(10), { columns: 130 });
    person.keys('g l D');
    expect(person.message()).toMatch(/^marked a sentence of 1 as noise \(u to undo\)$/);
    person.keys('j');
    expect(person.lines().at(-2)).toMatch(/ {2}~1$/);
    person.keys('f D');
    expect(person.message()).toMatch(/^1 piece of noise; D restores the text$/);
    expect(person.screen()).toMatch(/> +0-1 +- ~ +∅ +│ fr sentence 1\./);
    expect(person.screen()).toContain('0-1 · noise: manual');
    person.keys('D');
    expect(person.message()).toMatch(/^marked a sentence as text again: row 11 /);
    expect(person.screen()).toContain('no row to show: noise');
    person.keys('f f');
    expect(person.view().review.rows).toHaveLength(11);
    person.keys('u');
    expect(person.view().review.rows).toHaveLength(10);
    person.keys('u');
    expect(person.lines().at(-2)).not.toContain('~');
  });

  test.each(['a', 'm', 'x', 'e', 't', 'c', 's', 'L', 'i', 'P', 'v', 'R', 'E', 'F', '!'])(
    'accepts no other command: %s',
    (key) => {
      const person = sit(simpleReview(4));
      person.keys('g D f D');
      const { review } = person.view();
      person.keys(key);
      expect(person.message()).toMatch(/^this is noise/);
      expect(person.view()).toMatchObject({ review, mode: { type: 'normal' } });
    },
  );

  test.each(['A', 'C', '% s enter x enter'])('is not among the rows of %s', (keys) => {
    const person = sit(simpleReview(4));
    person.keys('g D f D');
    const { review } = person.view();
    person.keys(`${keys} y`);
    expect(person.view().review).toBe(review);
  });

  test('the menu of filters shows all of them on a narrow screen', () => {
    const person = sit(simpleReview(4), { columns: 80 });
    person.keys('f');
    expect(person.lines().slice(-2).join('\n')).toMatch(/^ show: f all .*\n.* D noise \/ more$/);
  });
});
