import { baseLanguage } from '../../text/tags.js';
import { hanDigits, hanMultipliers, numberWords } from './number-word-data.js';
import type { NumberWords } from './number-word-data.js';

/** A number that is spelled out. */
export interface SpelledNumber {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

interface Lexicon {
  /** Values that add up: one, twenty, two hundred in one word. */
  readonly values: ReadonlyMap<string, number>;
  /** Hundred, thousand, million: multiply what stands before them. */
  readonly multipliers: ReadonlyMap<string, number>;
  readonly joiners: ReadonlySet<string>;
}

const lexicons = new Map<string, Lexicon | null>();
const wordPattern = /[\p{L}\p{M}]+(?:[’'ʼ][\p{L}\p{M}]+)*/gu;
const hanPattern = new RegExp(
  `[${Object.keys(hanDigits).join('')}${Object.keys(hanMultipliers).join('')}]+`,
  'gu',
);

/** Whether number words of this language are known. Chinese and Japanese always are. */
export function knowsNumberWords(language: string): boolean {
  return /^(zh|ja|yue)\b/.test(language) || lexiconOf(language) !== null;
}

/** What a multiplier word or sign after digits is worth (million, Mio, 万), or null. */
export function multiplierValue(word: string, language: string): number | null {
  const han = word.length === 1 ? hanMultipliers[word] : undefined;
  if (han !== undefined) return han;
  const lexicon = lexiconOf(language);
  if (lexicon === null) return null;
  const key = lowerCase(word, language);
  const value = lexicon.multipliers.get(key) ?? lexicon.values.get(key) ?? null;
  return value !== null && value >= 1000 ? value : null;
}

/** Finds numbers in words: "two hundred and six", "einundzwanzig", "三百". */
export function spelledNumbers(text: string, language: string): SpelledNumber[] {
  const found: SpelledNumber[] = [];
  if (/^(zh|ja|yue|ko)\b/.test(language)) found.push(...hanNumbers(text));
  const lexicon = lexiconOf(language);
  if (lexicon === null) return found;
  const words = text.match(wordPattern)?.map((word) => lowerCase(word, language)) ?? [];
  if (!words.some((word) => lexicon.values.has(word) || lexicon.multipliers.has(word)))
    return found;

  let open: { total: number; current: number; start: number; end: number; last: number } | null =
    null;
  const close = (): void => {
    if (open) found.push({ value: open.total + open.current, start: open.start, end: open.end });
    open = null;
  };
  for (const match of text.matchAll(wordPattern)) {
    const word = lowerCase(match[0], language);
    const start = match.index;
    const end = start + match[0].length;
    // Only spaces and hyphens may stand inside a number.
    if (open && !/^[\s-]*$/.test(text.slice(open['end'], start))) {
      if (!joinsOnly(text.slice(open['end'], start), lexicon, language)) close();
    }
    if (open && lexicon.joiners.has(word)) continue;
    const multiplier = lexicon.multipliers.get(word);
    const value = lexicon.values.get(word);
    if (multiplier !== undefined) {
      open ??= { total: 0, current: 0, start, end, last: 0 };
      if (multiplier === 100) open.current = Math.max(1, open.current) * 100;
      else {
        open.total += Math.max(1, open.current) * multiplier;
        open.current = 0;
      }
      open.end = end;
      open.last = multiplier;
    } else if (value !== undefined) {
      if (open && value === 20 && open.current % 100 === 4 && /^fr\b/.test(language)) {
        open.current += 76;
        open.end = end;
        open.last = 80;
        continue;
      }
      if (open && !addsTo(open.last, value)) close();
      open ??= { total: 0, current: 0, start, end, last: 0 };
      open.current += value;
      open.end = end;
      open.last = value;
    } else close();
  }
  close();
  return found;
}

/** Only Turkish and its like have letters of their own case; asking for a language takes long. */
function lowerCase(word: string, language: string): string {
  return /^(?:tr|az|lt)\b/.test(language) ? word.toLocaleLowerCase(language) : word.toLowerCase();
}

/** "twenty" takes "six", "hundred" takes "twenty"; "two three" are two numbers. */
function addsTo(last: number, value: number): boolean {
  if (last >= 100) return value < last;
  // dix-sept, soixante-dix-huit
  if (last === 10) return value >= 7 && value <= 9;
  return last >= 20 && last % 10 === 0 && value >= 1 && value < 20;
}

function joinsOnly(between: string, lexicon: Lexicon, language: string): boolean {
  const words = between.toLocaleLowerCase(language).match(wordPattern) ?? [];
  const rest = between.replace(wordPattern, '');
  return /^[\s-]*$/.test(rest) && words.every((word) => lexicon.joiners.has(word));
}

function hanNumbers(text: string): SpelledNumber[] {
  const found: SpelledNumber[] = [];
  for (const match of text.matchAll(hanPattern)) {
    const value = hanValue(match[0]);
    const before = text[match.index - 1] ?? '';
    // A multiplier after digits belongs to the digits ("3万").
    // 十几 is "a dozen or so", and a numeral inside a name is none: 第 and measures cannot be told here.
    const after = text[match.index + match[0].length] ?? '';
    if (value !== null && !/\p{Nd}/u.test(before) && !/[几幾多余餘]/u.test(after)) {
      found.push({ value, start: match.index, end: match.index + match[0].length });
    }
  }
  return found;
}

/** Value of a run of Chinese numerals: positional (二〇二〇) or with multipliers (三百二十). */
function hanValue(run: string): number | null {
  // 两 is two before a measure, but a weight after a number: 五十两 is fifty taels.
  const characters = [...run.replace(/(?<=.)[两兩]+$/u, '')];
  if (characters.every((c) => hanDigits[c] !== undefined)) {
    // 九一年 is a year, but 三四 "three or four".
    const isYear = characters.length >= 4 || characters.some((c) => hanDigits[c] === 0);
    if (characters.length > 1 && !isYear) return null;
    return Number(characters.map((c) => hanDigits[c]).join(''));
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const character of characters) {
    const value = hanDigits[character];
    if (value !== undefined) {
      if (digit !== null) return null;
      digit = value;
      continue;
    }
    const multiplier = hanMultipliers[character]!;
    if (multiplier >= 10_000) {
      total += Math.max(1, section + (digit ?? 0)) * multiplier;
      section = 0;
    } else if (character === '廿' || character === '卅') section += multiplier;
    else section += (digit ?? 1) * multiplier;
    digit = null;
  }
  return total + section + (digit ?? 0);
}

function lexiconOf(language: string): Lexicon | null {
  const base = baseLanguage(language).replace(/^(no|nn)$/, 'nb');
  let lexicon = lexicons.get(base);
  if (lexicon === undefined) {
    const words = numberWords[base];
    lexicon = words === undefined ? null : makeLexicon(words);
    lexicons.set(base, lexicon);
  }
  return lexicon;
}

function makeLexicon(words: NumberWords): Lexicon {
  const values = new Map<string, number>();
  const units: [string, number][] = [];
  const tens: [string, number][] = [];
  words.small.split(' ').forEach((forms, value) => {
    for (const form of forms.split('/')) {
      if (form === '.') continue;
      values.set(form, value);
      if (value >= 1 && value <= 9) units.push([form, value]);
      if (value === 20) tens.push([form, value]);
    }
  });
  words.tens.split(' ').forEach((forms, index) => {
    for (const form of forms.split('/')) {
      if (form === '.') continue;
      values.set(form, 30 + 10 * index);
      tens.push([form, 30 + 10 * index]);
    }
  });
  if (words.compound) {
    for (const [unit, u] of units) {
      for (const [ten, t] of tens) {
        for (const link of words.compound.link.split('/')) {
          const whole = words.compound.order === 'unit' ? unit + link + ten : ten + link + unit;
          values.set(whole, t + u);
        }
      }
    }
  }
  // Zweihundert, fünftausend; a Siebentausender is a mountain of that height.
  if (words.compound?.order === 'unit') {
    for (const [unit, value] of units) {
      for (const [power, size] of [
        [words.hundred.split('/')[0]!, 100],
        [words.thousand.split('/')[0]!, 1000],
      ] as const) {
        for (const ending of ['', 'er', 'ern', 'ers'])
          values.set(unit + power + ending, value * size);
      }
    }
  }
  for (const entry of words.more?.split(' ') ?? []) {
    const [word, value] = entry.split('=') as [string, string];
    values.set(word, Number(value));
    // German ordinals take five endings.
    if (words.compound?.link === 'und' && word.endsWith('te')) {
      for (const ending of 'rsnm') values.set(word + ending, Number(value));
    }
  }
  // Some words are hyphenated ("dix-sept"): the pattern gives their parts, which add up the same.
  const multipliers = new Map<string, number>();
  const add = (forms: string, value: number): void => {
    for (const form of forms.split('/')) multipliers.set(form, value);
  };
  add(words.hundred, 100);
  add(words.thousand, 1000);
  add(words.million, 1_000_000);
  add(words.billion, 1_000_000_000);
  return { values, multipliers, joiners: new Set(words.joiner?.split(' ')) };
}
