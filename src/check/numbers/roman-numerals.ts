/** Roman numerals: Louis XIV. */
import type { Span } from '../../domain.js';
import { Sign, signsOfUnit } from '../passage/signs.js';

const whole = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;

/** The Roman numerals of a text, which have no letter, digit or underscore of ASCII beside them. */
export function romanNumerals(text: string): Span[] {
  const found: Span[] = [];
  for (let start = 0; start < text.length; start++) {
    if (!isRoman(text.charCodeAt(start)) || isWord(text.charCodeAt(start - 1))) continue;
    let end = start + 1;
    while (end < text.length && isRoman(text.charCodeAt(end))) end++;
    if (!isWord(text.charCodeAt(end)) && whole.test(text.slice(start, end)))
      found.push({ start, end });
    start = end;
  }
  return found;
}

function isRoman(unit: number): boolean {
  return unit <= 0x58 && unit >= 0x43 && (signsOfUnit(unit) & Sign.roman) !== 0;
}

/** Whether a unit is one that `\w` matches. */
function isWord(unit: number): boolean {
  const small = unit | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f;
}

/** The value of a Roman numeral. */
export function romanValue(written: string): number {
  const values: Readonly<Record<string, number>> = {
    I: 1,
    V: 5,
    X: 10,
    L: 50,
    C: 100,
    D: 500,
    M: 1000,
  };
  let total = 0;
  for (let at = 0; at < written.length; at++) {
    const value = values[written[at]!]!;
    total += value < (values[written[at + 1] ?? ''] ?? 0) ? -value : value;
  }
  return total;
}
