import { describe, expect, test } from 'vitest';
import { columnIndex, columnLetters } from '../../src/text/column-letters.js';

describe('column letters', () => {
  test.each([
    [0, 'a'],
    [25, 'z'],
    [26, 'aa'],
    [27, 'ab'],
    [51, 'az'],
    [52, 'ba'],
    [701, 'zz'],
    [702, 'aaa'],
  ])('column %i is called %s, and vice versa', (index, letters) => {
    expect(columnLetters(index)).toBe(letters);
    expect(columnIndex(letters)).toBe(index);
  });

  test('either case names a column', () => {
    expect(columnIndex('AB')).toBe(27);
  });

  test.each(['', '1', 'a1', 'é', 'a b', '-'])('%j names no column', (text) => {
    expect(columnIndex(text)).toBeUndefined();
  });
});
