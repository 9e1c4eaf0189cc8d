import { describe, expect, test } from 'vitest';
import { linkedSpans } from '../../../src/report/page/rows/linked-spans.js';
import type { PageWords } from '../../../src/report/data/page-data.js';

describe('words that say the same', () => {
  // "far away" - "weit weg" with links far-weit, away-weg, far-weg; "tree" - "Baum"; and a third column.
  const words: readonly PageWords[] = [
    [0, 1, 0, 3, 0, 4, 4, 8, 5, 8, 0, 3, 5, 8, 10, 14, 10, 14],
    [0, 2, 10, 14, 0, 5],
  ];

  test('are found from either side', () => {
    const tree = [
      { column: 0, start: 10, end: 14 },
      { column: 1, start: 10, end: 14 },
    ];
    expect(linkedSpans(words, 1, 12)).toEqual(tree);
    expect(linkedSpans(words, 0, 10)).toEqual([...tree, { column: 2, start: 0, end: 5 }]);
  });

  test('are found through each other', () => {
    expect(linkedSpans(words, 0, 5)).toHaveLength(4);
  });

  test('are none where there is no link', () => {
    expect(linkedSpans(words, 0, 3)).toEqual([]);
    expect(linkedSpans(words, 0, 14)).toEqual([]);
    expect(linkedSpans([], 0, 0)).toEqual([]);
  });
});
