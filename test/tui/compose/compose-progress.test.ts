import { describe, expect, test } from 'vitest';
import { simpleReview } from '../../review/fixture.js';
import { sit } from '../person.js';

const progress = (person: ReturnType<typeof sit>) => person.lines().at(-2);

describe('the progress line', () => {
  test('counts what is done and what needs review', () => {
    const person = sit(simpleReview(10));
    expect(progress(person)).toMatch(/^ ░{24} 0\/10 0 % {2}✓0 ✗0 ✎0 \?2 to review$/);
    person.keys('a r');
    expect(progress(person)).toMatch(/^ █{4}░{20} 2\/10 20 % {2}✓1 ✗1 ✎0 \?0 to review; A accepts/);
  });

  test('says how to accept the rest, and when all is done', () => {
    const person = sit(simpleReview(10));
    person.keys('a a');
    expect(progress(person)).toContain('A accepts the other 8');
    person.keys('A y');
    expect(progress(person)).toMatch(/10\/10 100 % .* all done$/);
  });

  test('shows flags and a number being typed', () => {
    const person = sit(simpleReview(10));
    person.keys('F 1 2');
    expect(progress(person)).toMatch(/ {2}⚑1 {3}12$/);
  });

  test('has a short bar on a narrow screen', () => {
    expect(progress(sit(simpleReview(10), { columns: 80 }))).toMatch(/^ ░{10} /);
  });
});
