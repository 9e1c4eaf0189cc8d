import type { Check } from '../../domain.js';
import { areCompatible } from './find-dates.js';
import type { DateMention } from '../passage/mentions.js';
import type { Consumed } from '../numbers/check-numbers.js';
import { toSide } from '../passage/passage.js';
import type { Passage } from '../passage/passage.js';

/** The result of the date check, and the places that the number check can skip. */
export interface DateResult {
  readonly checks: Check[];
  readonly consumed: Consumed;
}

/**
 * Dates that differ between the two sides. If the other side has no date, the number check decides:
 * its language may write months in a way that is not known here.
 */
export function checkDates(a: Passage, b: Passage): DateResult {
  const [datesA, datesB] = [a.dates, b.dates];
  if (datesA.length === 0 || datesB.length === 0) return { checks: [], consumed: { a: [], b: [] } };
  const missingA = datesA.filter((date) => !datesB.some((other) => areCompatible(date, other)));
  const missingB = datesB.filter((date) => !datesA.some((other) => areCompatible(date, other)));
  const matchedA = datesA.filter((date) => !missingA.includes(date));
  const matchedB = datesB.filter((date) => !missingB.includes(date));
  // "from the 3rd to the 5th of May": the day is in the other text, but not next to the month.
  const lostA = missingA.filter((date) => !hasParts(date, b));
  const lostB = missingB.filter((date) => !hasParts(date, a));
  if (lostA.length === 0 || lostB.length === 0) {
    return { checks: [], consumed: { a: matchedA, b: matchedB } };
  }
  return {
    checks: [{ code: 'date', a: toSide(a, lostA), b: toSide(b, lostB) }],
    consumed: { a: [...matchedA, ...lostA], b: [...matchedB, ...lostB] },
  };
}

function hasParts(date: DateMention, other: Passage): boolean {
  const numbers = other.numbers.flatMap(({ readings }) => readings);
  const months = other.dates.flatMap((found) => found.months);
  const wanted = [date.day, date.year].filter((part) => part !== null);
  const isThere = wanted.every((part) => numbers.includes(part));
  return isThere && date.months.some((month) => months.includes(month));
}
