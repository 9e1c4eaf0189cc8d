import { describe, expect, test } from 'vitest';
import { DateFinder } from '../../../src/check/dates/find-dates.js';

const datesIn = (language: string, text: string): string[] =>
  new DateFinder(language).find(text).map(({ value }) => value);

describe('the name of a month', () => {
  test.each([
    ['en', 'May 5', ['--05-05']],
    ['en', 'on the 5th of MAY', ['--05-05']],
    ['en', 'may, 1999', ['1999-05']],
    ['en', 'in Sep. 1999', ['1999-09']],
    ['hu', '1999. május 5-én', ['1999-05-05']],
    ['fr', 'le 1er août', ['--08-01']],
    ['el', '5ης Μαΐου 1999', ['1999-05-05']],
  ])('is a date with a day or a year: %s: %s', (language, text, dates) => {
    expect(datesIn(language, text)).toEqual(dates);
  });

  test.each([
    ['en', 'It may be 5.'],
    ['en', 'All 5 men may come.'],
    ['en', 'In March, all of the 5 came'],
  ])('is none without: %s: %s', (language, text) => {
    expect(datesIn(language, text)).toEqual([]);
  });
});

test('spaces that do not break take no longer than others', () => {
  const spaces = '\u00a0'.repeat(60);
  expect(datesIn('fr', `5${spaces}x mai, 3${spaces}mai`)).toEqual(['--05-03']);
});
