import { knowsNumberWords, NumberWords } from './number-words.js';
import { CoveredPlaces } from '../passage/covered-places.js';
import type { NumberMention } from '../passage/mentions.js';
import { mayHave, Sign, signsOf } from '../passage/signs.js';
import { romanNumerals, romanValue } from './roman-numerals.js';
import { baseLanguage } from '../../text/tags.js';
import { toAsciiDigits } from '../../text/digits.js';
import { allMatches } from '../../text/patterns/all-matches.js';

// Digits of any script, with separators inside; a sign only where it cannot be a hyphen or a range.
const digitPattern =
  /(?<![\p{L}\p{Nd}])[-−]?\p{Nd}+(?:[.,'’٫٬\u00a0\u202f\u2009 ]\p{Nd}+)*|\p{Nd}+(?:[.,'’٫٬]\p{Nd}+)*/gu;
const followingWord = /^[\s\u00a0\u202f-]?([\p{L}\p{M}]+)\.?/u;
const fractions = /[½¼¾⅓⅔]/g;
const fractionValues: Readonly<Record<string, number>> = {
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
};

/** Languages in which OCR reads "l'" as "1'". */
const elidingLanguages = new Set(['fr', 'it', 'ca']);

/** Finds the numbers of texts in one language. */
export class NumberFinder {
  readonly #words: NumberWords;
  readonly #elides: boolean;

  constructor(language: string) {
    this.#words = new NumberWords(language);
    this.#elides = elidingLanguages.has(baseLanguage(language));
  }

  /** Whether a text may have words for a number from 3 to 99; never wrongly false. */
  isCounting(text: string): boolean {
    return this.#words.isCounting(text);
  }

  /** The numbers of a text in order, in digits of any script and in the words of its language. */
  find(text: string, signs = signsOf(text)): NumberMention[] {
    const digits = mayHave(signs, Sign.digit);
    const found = digits ? findClocks(text) : [];
    const taken = new CoveredPlaces(text.length);
    for (const clock of found) taken.add(clock);
    for (const match of digits ? allMatches(text, digitPattern) : []) {
      const end = match.index + match[0].length;
      if (taken.has(match.index, end)) continue;
      if (this.#elides && isElision(match[0], text.slice(end))) continue;
      for (const number of readDigits(match[0], match.index, text, this.#words)) {
        found.push(number);
        taken.add(number);
      }
    }
    for (const { value, start, end } of this.#words.find(text)) {
      if (taken.has(start, end)) continue;
      const word = { value: text.slice(start, end), start, end, readings: [value], digits: false };
      found.push(word);
      taken.add(word);
    }
    for (const { start, end } of (signs & Sign.roman) === 0 ? [] : romanNumerals(text)) {
      const written = text.slice(start, end);
      found.push(signMention(written, start, romanValue(written)));
    }
    for (const match of (signs & Sign.fraction) === 0 ? [] : allMatches(text, fractions)) {
      found.push(signMention(match[0], match.index, fractionValues[match[0]]!));
    }
    return found.length < 2 ? found : found.sort((x, y) => x.start - y.start);
  }
}

/** A numeral that is neither digits nor a word but has one value. */
function signMention(written: string, start: number, value: number): NumberMention {
  return {
    value: written,
    start,
    end: start + written.length,
    readings: [value],
    digits: false,
  };
}

function isElision(written: string, after: string): boolean {
  return written === '1' && /^['’]\s?[\p{L}«"“]/u.test(after);
}

/** Whether a number missing from a text of this language may be spelled out without being recognised. */
export function mayBeSpelled(number: NumberMention, language: string): boolean {
  return (
    !knowsNumberWords(language) &&
    number.readings.some((value) => value <= 100 || value % 1000 === 0)
  );
}

function readDigits(
  written: string,
  at: number,
  text: string,
  words: NumberWords,
): NumberMention[] {
  // A space only separates thousands: "1 500 000", but not "12 30".
  const parts = /^[-−]?\p{Nd}{1,3}(?:[ \u00a0\u202f\u2009]\p{Nd}{3})+$/u.test(
    written.replace(/[.,٫]\p{Nd}+$/u, ''),
  )
    ? [written]
    : written.split(/[ \u00a0\u202f\u2009]/u);
  const found: NumberMention[] = [];
  let start = at;
  for (const part of parts) {
    const end = start + part.length;
    const readings = new Set(readingsOf(part));
    const after = text.slice(end, end + 24);
    addScaled(readings, after, words);
    addYears(readings, part, text.slice(Math.max(0, start - 8), start), after);
    addHours(readings, after);
    const parts = clockParts(/^(\d{1,2})\.(\d{2})$/.exec(toAsciiDigits(part)));
    const mention = { value: part, start, end, readings: [...readings], digits: true };
    found.push(parts === null ? mention : { ...mention, parts });
    start = end + 1;
  }
  return found;
}

/** "9:30", "21h30", "9 Uhr 30", "9時30分", and "9.30" where a word says that it is a time. */
const clockPattern =
  /(?<![\p{L}\p{Nd}:.,]|\p{Nd}\s)(\p{Nd}{1,2})(?::|\s?(?:[hH]|Uhr|時|时|點|点|시)\s?|\.(?=\p{Nd}{2}\s?(?:Uhr|h\b|[ap]\.?m\b|o'clock|klo|kl\.)))(\p{Nd}{2})(?![:.,]?\p{Nd}|\p{L}?\p{Nd})/gu;
/** What every time of day has; most texts with digits have none, and the whole pattern takes long to say so. */
const clockSign = /\p{Nd}(?::|\s?(?:[hH]|Uhr|時|时|點|点|시)|\.\p{Nd}{2})/u;
/** What turns nine o'clock into 21 h. */
const afterNoon =
  /^\s?(?:Uhr\s)?(?:p\.?\s?m\b|(?:(?:in the|at|de la|de|du|di|da|do|del|am)\s)?(?:evening|night|afternoon|tarde|noche|noite|soir|après-midi|sera|pomeriggio|abend|abends|nachmittags?|nachts|вечера|дня|wieczor|po południu))/iu;
const beforeNoonSign = /(?:晚上?|下午|午後|夜|오후|저녁)\s?$/u;

/** Times of day, one mention each: their hours and minutes are not separate numbers. */
function findClocks(text: string): NumberMention[] {
  if (!clockSign.test(text)) return [];
  const found: NumberMention[] = [];
  for (const match of allMatches(text, clockPattern)) {
    const ascii = [match[0], toAsciiDigits(match[1] ?? ''), toAsciiDigits(match[2] ?? '')];
    const parts = clockParts(ascii);
    if (parts === null) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    const [hour, minute] = parts;
    const readings = [hour + minute / 100];
    const late =
      afterNoon.test(text.slice(end, end + 24)) ||
      beforeNoonSign.test(text.slice(Math.max(0, start - 4), start));
    if (late && hour < 12) readings.push(hour + 12 + minute / 100);
    found.push({ value: match[0], start, end, readings, parts, digits: true });
  }
  return found;
}

function clockParts(match: readonly string[] | null): readonly [number, number] | null {
  if (match === null) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  return hour <= 24 && minute < 60 ? [hour, minute] : null;
}

/** Digits with points and commas, in every possible reading. */
function readingsOf(written: string): number[] {
  const ascii = toAsciiDigits(written)
    .replace(/[\u00a0\u202f\u2009 '’٬]/gu, '')
    .replace(/٫/gu, '.');
  const body = ascii.replace(/^[-−]/u, '');
  const separators = body.match(/[.,]/g) ?? [];
  const values: number[] = [];
  if (separators.length === 0) values.push(Number(body));
  else {
    const last = separators.at(-1)!;
    const groups = body.split(/[.,]/);
    const grouped = groups[0]!.length <= 3 && groups.slice(1).every((group) => group.length === 3);
    const isOneKind = separators.every((separator) => separator === last);
    if (grouped && isOneKind) values.push(Number(groups.join('')));
    const single = separators.filter((separator) => separator === last).length === 1;
    if (single) {
      const at = body.lastIndexOf(last);
      values.push(Number(`${body.slice(0, at).replace(/[.,]/g, '')}.${body.slice(at + 1)}`));
    }
    // Indian grouping, 10,00,000.
    if (isOneKind && groups.at(-1)!.length === 3) values.push(Number(groups.join('')));
    // Dates, versions, clock times: their parts count separately.
    if (values.length === 0) values.push(Number(groups.join('')));
    if (single && groups[1]!.length === 2) values.push(Number(groups[0]));
  }
  return values.filter(Number.isFinite);
}

/** "1.5 million", "3万", "20 тыс." */
function addScaled(readings: Set<number>, after: string, words: NumberWords): void {
  const sign = /^[\s]?([万萬만億亿억兆千百천백])/u.exec(after)?.[1];
  const word = sign ?? followingWord.exec(after)?.[1];
  const value = word === undefined ? null : words.multiplierValue(word);
  if (value === null) {
    if (/^[kK]\b/.test(after)) for (const reading of [...readings]) readings.add(reading * 1000);
    return;
  }
  for (const reading of [...readings]) readings.add(reading * value);
}

/** "1960s", "'60s", "60er Jahre", "1998-99". */
function addYears(readings: Set<number>, written: string, before: string, after: string): void {
  const digits = toAsciiDigits(written).replace(/^[-−]/u, '');
  if (/^\d{2}$/.test(digits)) {
    readings.add(1900 + Number(digits));
    readings.add(2000 + Number(digits));
    const century = /(\d{2})\d{2}\s?[-–/]$/.exec(before);
    if (century) readings.add(Number(century[1]) * 100 + Number(digits));
  }
  if (/^\d{3}0$/.test(digits) && /^['’]?s\b|^er\b|^-/.test(after))
    readings.add(Number(digits.slice(2)));
}

/** "3 pm" and "3 p.m." are 15:00. */
function addHours(readings: Set<number>, after: string): void {
  if (!/^(?::\d\d)?\s?p\.?\s?m\b/i.test(after)) return;
  for (const reading of [...readings]) if (reading < 12) readings.add(reading + 12);
}
