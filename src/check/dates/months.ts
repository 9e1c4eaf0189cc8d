/** The names of months, and the patterns of dates with them. */
import { wordFilter } from './word-filter.js';
import { intlMonths } from './intl-months.js';
import { monthNames } from './month-names.js';

/** The months of one language. */
export interface MonthNames {
  /** Whether a text may have one of the names beside digits; never wrongly false. */
  readonly mayBeIn: (text: string) => boolean;
  readonly patterns: readonly RegExp[];
  readonly values: ReadonlyMap<string, number>;
}

/** The months of each language, kept: reading them takes longer than checking a short text. */
const monthsByLanguage = new Map<string, MonthNames | null>();

/** The months of a language (the base of its tag); null if it has no names for them, or none that are known. */
export function monthsOf(language: string): MonthNames | null {
  const known = monthsByLanguage.get(language);
  if (known !== undefined) return known;
  const months = readMonths(language);
  monthsByLanguage.set(language, months);
  return months;
}

function readMonths(language: string): MonthNames | null {
  const values = namesOf(language);
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

const digitsBefore = new RegExp(`(?<=\\d${ordinal}${link})`, 'iuy');
const digitsAfter = new RegExp(`\\.?${link}\\d`, 'iuy');

/** Whether a month's name has a day or a year: "may" rarely does, and the patterns are slow. */
function isBesideDigits(text: string, from: number, to: number): boolean {
  digitsBefore.lastIndex = from;
  digitsAfter.lastIndex = to;
  return digitsBefore.test(text) || digitsAfter.test(text);
}

/** Every name of a month and its number, from 1 on. */
function namesOf(language: string): ReadonlyMap<string, number> {
  const names = Object.hasOwn(monthNames, language) ? monthNames[language] : undefined;
  if (names === undefined) return intlMonths(language);
  const values = new Map<string, number>();
  for (const [month, forms] of names.split('|').entries())
    for (const form of forms.split('/')) if (form !== '') values.set(form, month + 1);
  return values;
}

function namedPatterns(months: string): RegExp[] {
  const name = `(?<month>${months})\\.?${ending}`;
  const dayFirst = new RegExp(
    `(?<!\\d[.,]?)(?<day>\\d{1,2})${ordinal}${link}(?<![\\p{L}\\p{M}])${name}(?:${link}(?<year>\\d{4})(?!\\d))?`,
    'giu',
  );
  const monthFirst = new RegExp(
    `(?<![\\p{L}\\p{M}])${name}(?:${link}(?<day>\\d{1,2})(?!\\d|[.,]\\d)${ordinal})?(?:${link}(?<year>\\d{4})(?!\\d))?`,
    'giu',
  );
  const yearFirst = new RegExp(
    `(?<year>\\d{4})\\.?${link}(?<![\\p{L}\\p{M}])${name}${link}(?<day>\\d{1,2})(?!\\d)`,
    'giu',
  );
  return [dayFirst, yearFirst, monthFirst];
}
