import { describe, expect, test } from 'vitest';
import { simpleReview } from '../../../review/fixture.js';
import { longRow, oneRow, sit } from '../../person.js';

describe('a row of the list', () => {
  test('has room for the type of a row with many columns', () => {
    const languages = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl'];
    expect(sit(simpleReview(3, languages), { columns: 160 }).screen()).toContain(
      '1 1-1-1-1-1-1-1 ',
    );
    expect(sit(simpleReview(3, languages), { columns: 80 }).screen()).toContain('1 1111111 ');
  });

  test('colours confidence by the user’s threshold', () => {
    const person = sit(simpleReview(3), { columns: 130, color: true });
    // eslint-disable-next-line no-control-regex
    expect(person.colored()[3]).toMatch(/\u001b\[32m \.95/);
    person.keys(': t h r e s h o l d space . 9 6 enter');
    // eslint-disable-next-line no-control-regex
    expect(person.colored()[3]).toMatch(/\u001b\[33m \.95/);
  });

  test('shows its marks: selected, marked, decided, flagged, noted', () => {
    const person = sit(simpleReview(3), { columns: 130 });
    person.keys('v F t x enter r g');
    expect(person.lines()[2]).toMatch(/^>\* {3}1 1-1 +\.95 ✗ {2}⚑≡ en sentence 1\./);
    person.keys('j');
    expect(person.lines()[2]).toMatch(/^ \* {3}1 1-1 /);
    expect(person.lines()[3]).toMatch(/^> {4}2 1-1 +\.95 · /);
  });

  test('shows both that a row is out of order and that a check fails', () => {
    const side = { stream: 0, values: ['7'], spans: [] };
    const check = { code: 'number' as const, a: side, b: { ...side, stream: 1 } };
    const review = simpleReview(2);
    const rows = review.rows.map((row) => ({ ...row, crossing: true, checks: [check] }));
    const [line = ''] = sit({ ...review, rows }, { columns: 130 })
      .lines()
      .slice(2);
    expect(line).toMatch(/\.95 \?!⤫ {3}en sentence 1\./);
  });

  test('shows a sign if a column has no sentence', () => {
    expect(sit(longRow([['One.'], []]), { columns: 130 }).lines()[2]).toMatch(/One\. +│ ∅/);
  });

  test('highlights the search, and shows an edited text instead of the sentences', () => {
    const person = sit(oneRow(['A dog.', 'Un chien.'], ['en', 'fr']), {
      columns: 130,
      color: true,
    });
    person.keys('e ! enter / d o g enter');
    // Row 1 is selected: all of it is bold and underlined.
    // eslint-disable-next-line no-control-regex
    expect(person.colored()[2]).toMatch(/\u001b\[36;7;4;1mdog\u001b\[0m/);
    expect(person.lines()[2]).toContain('A dog.!');
  });
});
