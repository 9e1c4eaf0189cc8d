import { expect, test } from 'vitest';
import { fieldRuns } from '../../../../src/tui/compose/detail/field-runs.js';

const parts = (text: string, cursor: number) => fieldRuns({ text, cursor }).map((run) => run.text);

test('a field is split into the text before, under and after the cursor', () => {
  expect(parts('abc', 1)).toEqual(['a', 'b', 'c']);
  expect(parts('a👍🏽c', 1)).toEqual(['a', '👍🏽', 'c']);
  expect(fieldRuns({ text: 'abc', cursor: 1 })[1].style).toBe('cursor');
});

test('after the last character the cursor is on a space', () => {
  expect(parts('abc', 3)).toEqual(['abc', ' ', '']);
});
