/** Numbers in Chinese numerals. */
import { hanDigits, hanMultipliers } from './number-word-data.js';
import { Sign, signsOfUnit } from '../passage/signs.js';
import type { SpelledNumber } from './spelled-number.js';
import { allMatches } from '../../text/patterns/all-matches.js';

const hanPattern = new RegExp(
  `[${Object.keys(hanDigits).join('')}${Object.keys(hanMultipliers).join('')}]+`,
  'gu',
);

const longHan = new RegExp(hanPattern.source.replace(/\+$/, '{2}'), 'u');

/** Whether a text has two Chinese numerals, one after the other. */
export function hasLongHanNumber(text: string): boolean {
  return longHan.test(text);
}

/** Some, many, left over. */
const inexact = new Set('几幾多余餘');

function isDigit(unit: string): boolean {
  return (signsOfUnit(unit.charCodeAt(0)) & Sign.digit) !== 0;
}

/** Finds numbers in Chinese numerals: 三百, 二〇二〇. */
export function hanNumbers(text: string): SpelledNumber[] {
  const found: SpelledNumber[] = [];
  for (const match of allMatches(text, hanPattern)) {
    const value = hanValue(match[0]);
    const before = text[match.index - 1] ?? '';
    // A multiplier after digits belongs to the digits ("3万").
    // 十几 is "a dozen or so", and a numeral inside a name is not a number: 第 and measure words are
    // not recognised here.
    const after = text[match.index + match[0].length] ?? '';
    if (value !== null && !isDigit(before) && !inexact.has(after)) {
      found.push({ value, start: match.index, end: match.index + match[0].length });
    }
  }
  return found;
}

/** Value of a run of Chinese numerals: positional (二〇二〇) or with multipliers (三百二十). */
function hanValue(run: string): number | null {
  if (run.length === 1) return hanDigits[run] ?? hanMultipliers[run] ?? null;
  // 两 is two before a measure word, but a weight after a number: 五十两 is fifty taels.
  let end = run.length;
  while (end > 1 && /[两兩]/.test(run.charAt(end - 1))) end--;
  const characters = [...run.slice(0, end)];
  if (characters.every((c) => hanDigits[c] !== undefined)) {
    // 九一年 is a year, but 三四 is "three or four".
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
