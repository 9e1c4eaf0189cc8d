import { expect, test } from 'vitest';
import { LentNumbers, OnePlace } from '../src/number-memory.js';

test('memory that was given back is lent again, and no sooner', () => {
  const first = new LentNumbers();
  const numbers = first.take(1000);
  const second = new LentNumbers();
  expect(second.take(1000).buffer).not.toBe(numbers.buffer);
  first.giveBack();
  const again = second.take(900);
  expect(again.buffer).toBe(numbers.buffer);
  expect(again.length).toBe(900);
  first.giveBack();
  expect(new LentNumbers().take(900).buffer).not.toBe(numbers.buffer);
});

test('large memory and that of many texts is not kept', () => {
  const lent = new LentNumbers();
  const large = lent.take(2 ** 19 + 1);
  expect(large.buffer.byteLength).toBe(4 * large.length);
  const many = Array.from({ length: 10 }, () => lent.take(2 ** 15).buffer);
  lent.giveBack();
  const next = new LentNumbers();
  expect(next.take(2 ** 19 + 1).buffer).not.toBe(large.buffer);
  const kept = Array.from({ length: 10 }, () => next.take(2 ** 15).buffer);
  expect(kept.filter((buffer) => many.includes(buffer)).length).toBeLessThanOrEqual(4);
});

test('larger memory takes the place of smaller', () => {
  const lent = new LentNumbers();
  for (let i = 0; i < 4; i++) lent.take(10);
  lent.giveBack();
  const large = lent.take(2 ** 17);
  lent.giveBack();
  expect(lent.take(2 ** 17).buffer).toBe(large.buffer);
});

test('one place is written over again and again, and grows', () => {
  const place = new OnePlace();
  const first = place.take(100);
  expect(place.take(50).buffer).toBe(first.buffer);
  const longer = place.take(2 ** 20);
  expect(longer.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(place.take(100).buffer).toBe(longer.buffer);
});
