import type { DateMention } from '../passage/mentions.js';
import { areCompatible } from './find-dates.js';

/** So many dates are compared one by one; most passages have no more. */
const fewDates = 16;

/** The dates of a passage, to look up those of another in. Many are looked up by their year: a year has few days. */
export class KnownDates {
  readonly #dates: readonly DateMention[];
  /** Each date once, by its year. */
  #byYear: ReadonlyMap<number | null, readonly DateMention[]> | undefined;
  /** What was found of dates without a year, of which there are few. */
  readonly #known = new Map<string, boolean>();

  constructor(dates: readonly DateMention[]) {
    this.#dates = dates;
  }

  /** Whether one of the dates can be the same. */
  has(date: DateMention): boolean {
    if (this.#dates.length <= fewDates) return hasCompatible(this.#dates, date);
    const years = (this.#byYear ??= byYear(this.#dates));
    if (date.year !== null) {
      const some = [years.get(date.year), years.get(null)];
      return some.some((dates) => dates !== undefined && hasCompatible(dates, date));
    }
    const key = keyOf(date);
    let isKnown = this.#known.get(key);
    if (isKnown === undefined) {
      isKnown = [...years.values()].some((dates) => hasCompatible(dates, date));
      this.#known.set(key, isKnown);
    }
    return isKnown;
  }
}

function hasCompatible(dates: readonly DateMention[], date: DateMention): boolean {
  return dates.some((other) => areCompatible(date, other));
}

function keyOf({ year, months, day, swapped }: DateMention): string {
  return [year, ...months, swapped ? '/' : '-', day].join(' ');
}

function byYear(dates: readonly DateMention[]): ReadonlyMap<number | null, readonly DateMention[]> {
  const once = new Map(dates.map((date) => [keyOf(date), date]));
  const years = new Map<number | null, DateMention[]>();
  for (const date of once.values()) {
    const own = years.get(date.year);
    if (own) own.push(date);
    else years.set(date.year, [date]);
  }
  return years;
}
