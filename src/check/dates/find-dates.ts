import type { DateMention } from '../passage/mentions.js';
import { wordFilter } from './word-filter.js';
import { mayHave, Sign, signsOf } from '../passage/signs.js';
import { toAsciiDigits } from '../../text/digits.js';
import { baseLanguage } from '../../text/tags.js';
import { allMatches } from '../../text/patterns/all-matches.js';

interface MonthNames {
  /** Whether a text may have one of the names beside digits; never wrongly false. */
  readonly mayBeIn: (text: string) => boolean;
  readonly patterns: readonly RegExp[];
  readonly values: ReadonlyMap<string, number>;
}

/** What Intl says of each language, kept: asking takes longer than checking a short text. */
const monthsByLanguage = new Map<string, MonthNames | null>();

function monthsOf(language: string): MonthNames | null {
  const known = monthsByLanguage.get(language);
  if (known !== undefined) return known;
  const months = readMonths(language);
  monthsByLanguage.set(language, months);
  return months;
}

/** Months of a language as its speakers write them, in every form that Intl knows. */
function readMonths(language: string): MonthNames | null {
  if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return null;
  const values = new Map<string, number>();
  const shapes: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'long', day: 'numeric' },
    { month: 'long', day: 'numeric', year: 'numeric' },
    { month: 'short', day: 'numeric' },
    { month: 'short' },
  ];
  for (const shape of shapes) {
    const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
      ...shape,
      timeZone: 'UTC',
    });
    for (let month = 0; month < 12; month++) {
      const part = format
        .formatToParts(Date.UTC(2001, month, 11))
        .find(({ type }) => type === 'month')?.value;
      const name = part?.toLocaleLowerCase(language).replace(/\.$/, '').normalize('NFC');
      // Numbers are not names (Chinese, Korean: 11月), and neither are one or two letters.
      if (name === undefined || name.length < 3 || /\p{Nd}/u.test(name)) continue;
      if (!values.has(name)) values.set(name, month + 1);
    }
  }
  if (values.size < 12) return null;
  const escaped = [...values.keys()]
    .sort((x, y) => y.length - x.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const months = escaped.join('|');
  return {
    mayBeIn: wordFilter([...values.keys()], isBesideDigits),
    patterns: namedPatterns(months),
    values,
  };
}

const ending = '(?![\\p{L}\\p{M}])';
const ordinal = '(?:st|nd|rd|th|er|re|º|ª|°|\\.|ème|e|de|η|ης)?';
const link = '(?:\\s|,|\\.|\\b(?:of|de|del|di|the|den|d|von|în|i|ng)\\b)*';

const digitsBefore = new RegExp(`(?<=\\p{Nd}${ordinal}${link})`, 'iuy');
const digitsAfter = new RegExp(`\\.?${link}\\p{Nd}`, 'iuy');

/** Whether a month's name has a day or a year: "may" rarely does, and the patterns are slow. */
function isBesideDigits(text: string, from: number, to: number): boolean {
  digitsBefore.lastIndex = from;
  digitsAfter.lastIndex = to;
  return digitsBefore.test(text) || digitsAfter.test(text);
}

const noDates: readonly DateMention[] = [];

/** Finds dates in texts of one language. */
export class DateFinder {
  readonly #language: string;
  /** Created when the first text has digits, because Intl is slow. */
  #months: MonthNames | null | undefined;

  constructor(language: string) {
    this.#language = language;
  }

  /** Dates that name a day or a year: "30 November 2020", "11月30日", "2020-11-30", "30.11.2020". */
  find(text: string, signs = signsOf(text)): readonly DateMention[] {
    if (!mayHave(signs, Sign.digit)) return noDates;
    const found: DateMention[] = [];
    const add = (mention: DateMention): void => {
      if (!found.some((other) => mention.start < other.end && mention.end > other.start)) {
        found.push(mention);
      }
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

function namedPatterns(months: string): RegExp[] {
  const name = `(?<month>${months})\\.?${ending}`;
  const dayFirst = new RegExp(
    `(?<!\\p{Nd}[.,]?)(?<day>\\p{Nd}{1,2})${ordinal}${link}(?<![\\p{L}\\p{M}])${name}(?:${link}(?<year>\\p{Nd}{4})(?!\\p{Nd}))?`,
    'giu',
  );
  const monthFirst = new RegExp(
    `(?<![\\p{L}\\p{M}])${name}(?:${link}(?<day>\\p{Nd}{1,2})(?!\\p{Nd}|[.,]\\p{Nd})${ordinal})?(?:${link}(?<year>\\p{Nd}{4})(?!\\p{Nd}))?`,
    'giu',
  );
  const yearFirst = new RegExp(
    `(?<year>\\p{Nd}{4})\\.?${link}(?<![\\p{L}\\p{M}])${name}${link}(?<day>\\p{Nd}{1,2})(?!\\p{Nd})`,
    'giu',
  );
  return [dayFirst, yearFirst, monthFirst];
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
