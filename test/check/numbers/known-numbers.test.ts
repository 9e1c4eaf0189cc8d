import { expect, test } from 'vitest';
import { KnownNumbers } from '../../../src/check/numbers/known-numbers.js';
import type { NumberMention } from '../../../src/check/passage/mentions.js';
import { seededRandom } from '../../seeded-random.js';

/** A number in some readings, and now and then a time of day. */
function made(random: () => number): NumberMention {
  const value = Math.floor(random() * 200);
  const kind = Math.floor(random() * 8);
  const mention = { value: '', start: 0, end: 1, digits: true };
  if (kind === 0) return { ...mention, readings: [value % 24], parts: [value % 24, value % 60] };
  if (kind === 1) return { ...mention, readings: [value * (1 + 5e-10), value / 1000] };
  if (kind === 2) return { ...mention, readings: [value * 1e9, value * 1e9 + 1] };
  return { ...mention, readings: kind === 3 && value === 7 ? [Infinity] : [value] };
}

test('many numbers are looked up as few are', () => {
  const random = seededRandom(7);
  for (let round = 0; round < 300; round++) {
    const numbers = Array.from({ length: 17 + round }, () => made(random)).filter(
      ({ parts }) => parts === undefined || round % 2 === 0,
    );
    const many = new KnownNumbers(numbers);
    const each = numbers.map((number) => new KnownNumbers([number]));
    for (let n = 0; n < 20; n++) {
      const wanted = made(random);
      // A time of day may have its hour in one number and its minutes in another.
      const isKnown = wanted.parts === undefined ? each.some((one) => one.has(wanted)) : null;
      if (isKnown !== null) expect(many.has(wanted)).toBe(isKnown);
    }
  }
});

test('a time of day is known by its hour and its minutes, among many numbers', () => {
  const number = (value: number): NumberMention => {
    return { value: String(value), start: 0, end: 1, readings: [value], digits: true };
  };
  const numbers = Array.from({ length: 40 }, (_, n) => number(100 + n));
  const time = { ...number(9.3), parts: [9, 30] };
  expect(new KnownNumbers(numbers).has(time)).toBe(false);
  expect(new KnownNumbers([...numbers, number(9)]).has(time)).toBe(false);
  expect(new KnownNumbers([...numbers, number(9), number(30)]).has(time)).toBe(true);
  expect(new KnownNumbers([...numbers, number(10), number(0.5)]).has(time)).toBe(true);
});
