import { describe, expect, test } from 'vitest';
import { findRepeats } from '../../../src/read/noise/repeats.js';

const repeatsIn = (...texts: string[]): number[] => [...findRepeats(texts)];

describe('a repeat', () => {
  const long =
    'The men did an excellent job, and nobody could take an inch of the ground they held.';

  test('is a copy of an earlier paragraph', () => {
    expect(repeatsIn(long, 'Between them.', long)).toEqual([2]);
  });

  test('is a pull quote, before or after the text it was lifted from', () => {
    const running = `It rained. ${long} Then they left.`;
    expect(repeatsIn(running, long)).toEqual([1]);
    expect(repeatsIn(`“${long}”`, running)).toEqual([0]);
  });

  test('is not a short line that is said twice', () => {
    expect(repeatsIn('— Yes, I know.', '— Why?', '— Yes, I know.')).toEqual([]);
  });

  test('is not a passage that is longer than what it repeats', () => {
    expect(repeatsIn(long, `${long} And they went on to do more.`)).toEqual([0]);
  });
});
