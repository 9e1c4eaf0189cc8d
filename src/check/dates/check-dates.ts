import type { Check } from '../../domain.js';
import { KnownDates } from './known-dates.js';
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
  const [matchedA, missingA] = lookUp(datesA, datesB);
  const [matchedB, missingB] = lookUp(datesB, datesA);
  // "from the 3rd to the 5th of May": the day is in the other text, but not next to the month.
  const lostA = withoutParts(missingA, b);
  const lostB = withoutParts(missingB, a);
  if (lostA.length === 0 || lostB.length === 0) {
    return { checks: [], consumed: { a: matchedA, b: matchedB } };
  }
  return {
    checks: [{ code: 'date', a: toSide(a, lostA), b: toSide(b, lostB) }],
    consumed: { a: [...matchedA, ...lostA], b: [...matchedB, ...lostB] },
  };
}

/** The dates that can be one of the others, and the rest. */
function lookUp(
  dates: readonly DateMention[],
  others: readonly DateMention[],
): readonly [matched: DateMention[], missing: DateMention[]] {
  const known = new KnownDates(others);
  const matched: DateMention[] = [];
  const missing: DateMention[] = [];
  for (const date of dates) (known.has(date) ? matched : missing).push(date);
  return [matched, missing];
}

/** The dates whose day, month and year are not all somewhere in the other text. */
function withoutParts(dates: readonly DateMention[], other: Passage): readonly DateMention[] {
  if (dates.length === 0) return dates;
  const numbers = new Set(other.numbers.flatMap(({ readings }) => readings));
  const known = new Set(other.dates.flatMap(({ months }) => months));
  return dates.filter(({ day, year, months }) => {
    const wanted = [day, year].filter((part) => part !== null);
    const isThere = wanted.every((part) => numbers.has(part));
    return !isThere || !months.some((month) => known.has(month));
  });
}
