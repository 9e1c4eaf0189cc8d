import type { Check } from '../../domain.js';
import { areCompatible } from './find-dates.js';
import type { DateMention } from '../passage/mentions.js';
import type { Consumed } from '../numbers/check-numbers.js';
import { toSide } from '../passage/passage.js';
import type { Passage } from '../passage/passage.js';

/** What the date check found, and the places that the number check need not look at again. */
export interface DateResult {
  readonly checks: Check[];
  readonly consumed: Consumed;
}

/**
 * Dates that both sides give differently. A date that the other side does not give as one is left
 * to the number check: its language may write months in a way that is not known.
 */
export function checkDates(a: Passage, b: Passage): DateResult {
  const [datesA, datesB] = [a.dates, b.dates];
  if (datesA.length === 0 || datesB.length === 0) return { checks: [], consumed: { a: [], b: [] } };
  const missingA = datesA.filter((date) => !datesB.some((other) => areCompatible(date, other)));
  const missingB = datesB.filter((date) => !datesA.some((other) => areCompatible(date, other)));
  const matchedA = datesA.filter((date) => !missingA.includes(date));
  const matchedB = datesB.filter((date) => !missingB.includes(date));
  // "from the 3rd to the 5th of May": the day stands in the other text, only not beside the month.
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
