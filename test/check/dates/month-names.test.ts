import { expect, it } from 'vitest';
import { intlMonths } from '../../../src/check/dates/intl-months.js';
import { monthNames } from '../../../src/check/dates/month-names.js';
import { monthsOf } from '../../../src/check/dates/months.js';

// Other versions of Node may know other names: the table stays as it is.
it.runIf(process.versions['cldr'] === '48.0')('are those that Intl knows', () => {
  for (const language of Object.keys(monthNames)) {
    const names = intlMonths(language);
    const known = monthsOf(language)?.values;
    expect([language, known && Object.fromEntries(known)]).toEqual([
      language,
      names.size < 12 ? undefined : Object.fromEntries(names),
    ]);
  }
});

it('are asked of Intl in languages that the table does not have', () => {
  expect(Object.keys(monthNames)).not.toContain('lb');
  expect(monthsOf('lb')?.values.get('mäerz')).toBe(3);
});
