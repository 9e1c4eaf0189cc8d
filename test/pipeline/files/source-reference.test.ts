import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.js';
import { findSource } from '../../../src/pipeline/files/source-reference.js';

const sources = [
  { name: 'x.txt', operand: 'dir/x.txt' },
  { name: 'b', operand: 'b' },
  { name: 'stdin', operand: '-' },
];

describe('findSource', () => {
  test.each([
    ['A', 0],
    ['c', 2],
    ['2', 1],
    ['x.txt', 0],
    ['dir/x.txt', 0],
    ['b', 1],
    ['-', 2],
  ])('%s is source %i', (reference, index) => {
    expect(findSource(reference, sources, '--lang')).toBe(index);
  });

  test.each(['D', '4', '0', 'y.txt', ''])(
    '"%s" is none, and the message lists all',
    (reference) => {
      expect(() => findSource(reference, sources, '--lang')).toThrow(AppError);
    },
  );
});
