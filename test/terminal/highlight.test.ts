import { describe, expect, test } from 'vitest';
import { highlightText } from '../../src/terminal/highlight.js';

describe('highlights', () => {
  test('highlights add styles to the text, overlapping or not', () => {
    const runs = highlightText('abcdef', [
      { start: 1, end: 3, style: 'x' },
      { start: 2, end: 9, style: 'y' },
    ]);
    expect(runs).toEqual([
      { text: 'a', style: '' },
      { text: 'b', style: 'x' },
      { text: 'c', style: 'x y' },
      { text: 'def', style: 'y' },
    ]);
  });

  test('add to a base style, and have no effect outside the text', () => {
    expect(
      highlightText(
        'abc',
        [
          { start: 5, end: 9, style: 'x' },
          { start: 2, end: 3, style: 'y' },
        ],
        'z',
      ),
    ).toEqual([
      { text: 'ab', style: 'z' },
      { text: 'c', style: 'z y' },
    ]);
  });
});
