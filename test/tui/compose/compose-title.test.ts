import { describe, expect, test } from 'vitest';
import { simpleReview } from '../../review/fixture.js';
import { sit } from '../person.js';

describe('the title line', () => {
  test('the title line drops the least important part first', () => {
    const person = sit(simpleReview(3), { columns: 60 });
    person.keys('/ s e n t e n c e enter');
    expect(person.lines()[0]).toMatch(/search: sentence$/);
  });

  test('says which review it is, and whether it is saved', () => {
    const person = sit(simpleReview(6));
    expect(person.lines()[0]).toMatch(/^ paralign review {3}book\.paralign +threshold 0\.80$/);
    person.keys('a');
    expect(person.lines()[0]).toContain('book.paralign [+]');
  });

  test('says what is shown, and in which order', () => {
    const person = sit(simpleReview(6), { columns: 130 });
    person.keys('f d o');
    expect(person.lines()[0]).toMatch(/showing: \S.* \(1\) {3}least certain first {3}threshold/);
  });

  test('says that a review is read-only', () => {
    const person = sit(simpleReview(6), { readOnly: 'somebody else has it open' });
    expect(person.lines()[0]).toContain('  read-only');
  });
});
