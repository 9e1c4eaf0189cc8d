import { expect, test } from 'vitest';
import { areCompatible } from '../../../src/check/dates/find-dates.js';
import { KnownDates } from '../../../src/check/dates/known-dates.js';
import type { DateMention } from '../../../src/check/passage/mentions.js';
import { seededRandom } from '../../seeded-random.js';

/** A date that leaves out its year or its day, or could be read in two ways. */
function made(random: () => number): DateMention {
  const year = random() < 0.3 ? null : 1990 + Math.floor(random() * 20);
  const [month, day] = [1 + Math.floor(random() * 12), 1 + Math.floor(random() * 28)];
  const swapped = year !== null && random() < 0.2 && day <= 12 && day !== month;
  return {
    value: '',
    start: 0,
    end: 1,
    year,
    months: swapped ? [day, month] : [month],
    day: year !== null && random() < 0.2 && !swapped ? null : day,
    swapped,
  };
}

test('many dates are looked up as few are', () => {
  const random = seededRandom(3);
  for (let round = 0; round < 200; round++) {
    const dates = Array.from({ length: 17 + round }, () => made(random));
    const known = new KnownDates(dates);
    for (let n = 0; n < 20; n++) {
      const date = made(random);
      expect(known.has(date)).toBe(dates.some((other) => areCompatible(date, other)));
    }
  }
});
