import { describe, expect, test } from 'vitest';
import { highlightText } from '../../src/terminal/highlight.js';

describe('highlights', () => {
  test('marks are styles over the text, overlapping or not', () => {
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

  test('stand over a base style, and are nothing outside of the text', () => {
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
