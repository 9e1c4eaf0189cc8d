import { CoveredPlaces } from '../passage/covered-places.js';
import type { DateMention } from '../passage/mentions.js';
import { monthsOf, type MonthNames } from './months.js';
import { mayHave, Sign, signsOf } from '../passage/signs.js';
import { toAsciiDigits } from '../../text/digits.js';
import { baseLanguage } from '../../text/tags.js';
import { allMatches } from '../../text/patterns/all-matches.js';

const noDates: readonly DateMention[] = [];

/** Finds dates in texts of one language. */
export class DateFinder {
  readonly #language: string;
  /** Created when the first text has digits. */
  #months: MonthNames | null | undefined;

  constructor(language: string) {
    this.#language = language;
  }

  /** Dates that name a day or a year: "30 November 2020", "11月30日", "2020-11-30", "30.11.2020". */
  find(text: string, signs = signsOf(text)): readonly DateMention[] {
    if (!mayHave(signs, Sign.digit)) return noDates;
    const found: DateMention[] = [];
    const taken = new CoveredPlaces(text.length);
    const add = (mention: DateMention): void => {
      if (taken.has(mention.start, mention.end)) return;
      found.push(mention);
      taken.add(mention);
    };
    const ascii = mayHave(signs, Sign.otherDigit) ? toAsciiDigits(text) : text;
    // Digits outside the basic plane would shift offsets, so no dates are found in such texts.
    if (ascii.length === text.length) {
      if (numericSign.test(ascii)) readNumeric(ascii, add);
      if ((signs & Sign.month) !== 0) readEastAsian(ascii, add);
      if (this.#months === undefined) this.#months = monthsOf(baseLanguage(this.#language));
      if (this.#months !== null) readNamed(ascii, this.#language, this.#months, add);
    }
    return found.sort((x, y) => x.start - y.start);
  }
}

function readNamed(
  text: string,
  language: string,
  months: MonthNames,
  add: (mention: DateMention) => void,
): void {
  if (!months.mayBeIn(text)) return;
  for (const pattern of months.patterns) {
    for (const match of allMatches(text, pattern)) {
      const { month, day, year } = match.groups!;
      const value = months.values.get(month!.toLocaleLowerCase(language).normalize('NFC'));
      if (value === undefined || (day === undefined && year === undefined)) continue;
      add(makeDate(match.index, match[0], year, [value], day));
    }
  }
}

const eastAsianPattern =
  /(?:(\d{4})\s?[年년]\s?)?(?<!\d)(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日日号號일])?/gu;
/** What both patterns below have. */
const numericSign = /\d[-./]\s?\d/;
const isoPattern = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;
const numericPattern = /(?<![\d./])(\d{1,2})([./])\s?(\d{1,2})\2\s?(\d{4})(?!\d)/g;

function readEastAsian(text: string, add: (mention: DateMention) => void): void {
  for (const match of allMatches(text, eastAsianPattern)) {
    const [whole, year, month, day] = match;
    if ((year === undefined && day === undefined) || Number(month) > 12) continue;
    add(makeDate(match.index, whole, year, [Number(month)], day));
  }
}

function readNumeric(text: string, add: (mention: DateMention) => void): void {
  for (const match of allMatches(text, isoPattern)) {
    const [whole, year, month, day] = match;
    if (Number(month) > 12 || Number(day) > 31) continue;
    add(makeDate(match.index, whole, year, [Number(month)], day));
  }
  for (const match of allMatches(text, numericPattern)) {
    const [whole, first, separator, second, year] = match;
    const [x, y] = [Number(first), Number(second)];
    if (y <= 12 && x <= 31 && (separator === '.' || x > 12)) {
      add(makeDate(match.index, whole, year, [y], first));
    } else if (x <= 12 && y > 12 && y <= 31) {
      add(makeDate(match.index, whole, year, [x], second));
    } else if (x <= 12 && y <= 12) {
      add({ ...makeDate(match.index, whole, year, [x, y], first), swapped: x !== y });
    }
  }
}

function makeDate(
  start: number,
  written: string,
  year: string | undefined,
  months: readonly number[],
  day: string | undefined,
): DateMention {
  const trimmed = written.trimEnd();
  const two = (value: number): string => String(value).padStart(2, '0');
  const month = two(months[months.length - 1]!);
  const value =
    (year === undefined ? '--' : `${year}-`) +
    month +
    (day === undefined ? '' : `-${two(Number(day))}`);
  return {
    value,
    start,
    end: start + trimmed.length,
    year: year === undefined ? null : Number(year),
    months,
    day: day === undefined ? null : Number(day),
    swapped: false,
  };
}

/** Whether two mentions can be the same date: they agree on everything that both state. */
export function areCompatible(x: DateMention, y: DateMention): boolean {
  if (x.year !== null && y.year !== null && x.year !== y.year) return false;
  if (x.swapped || y.swapped)
    return x.months.some((month) => y.months.includes(month) || y.day === month);
  if (!x.months.some((month) => y.months.includes(month))) return false;
  return x.day === null || y.day === null || x.day === y.day;
}
