import { describe, expect, test } from 'vitest';
import { changedRanges, segmentText } from '../../../src/report/page/rows/segments.js';
import { diffWords } from '../../../src/text/word-diff.js';

describe('the pieces of a text', () => {
  test('are cut where a check or a change begins or ends', () => {
    const segments = segmentText('In 12 long days', [[3, 5, 0]], [[5, 10]]);
    expect(segments.map(({ text, check, changed }) => [text, check, changed])).toEqual([
      ['In ', -1, false],
      ['12', 0, false],
      [' long', -1, true],
      [' days', -1, false],
    ]);
  });

  test('together are the text, as far as it is shown', () => {
    const text = 'abcdefghij';
    const segments = segmentText(
      text,
      [
        [2, 5, 0],
        [8, 10, 1],
      ],
      [[4, 9]],
      6,
    );
    expect(segments.map(({ text: own }) => own).join('')).toBe('abcdef');
  });
});

describe('changed words', () => {
  const changed = (a: string, b: string) => {
    const parts = diffWords(a, b, 'en');
    return [
      changedRanges(a, parts, 'a').map(([start, end]) => a.slice(start, end)),
      changedRanges(b, parts, 'b').map(([start, end]) => b.slice(start, end)),
    ];
  };

  test('are found on both sides, whatever white space does', () => {
    expect(changed('He was\n  very tired  today.', 'He was rather tired today.')).toEqual([
      ['very'],
      ['rather'],
    ]);
    expect(changed('One two three.', 'One two three.')).toEqual([[], []]);
  });

  test('are not marked where nearly all is changed', () => {
    expect(changed('Alpha beta gamma delta.', 'Something else entirely here!')).toEqual([[], []]);
  });
});
