import { expect, test } from 'vitest';
import { countSame, SourceDigests } from '../../src/score/sentence-digests.js';

const digests = (...texts: readonly (readonly [number: number, text: string])[]) => [
  new SourceDigests({
    sentences: texts.map(([number, text]) => ({
      number,
      text,
      paragraph: 1,
      language: 'en',
      start: 0,
      end: text.length,
      noise: null,
    })),
  }),
];

const inOrder = digests([1, 'The cat sleeps.'], [2, 'The dog barks.'], [3, 'The owl waits.']);

test('sentences of the same number are compared by what they say', () => {
  const other = digests([1, 'The cat sleeps.'], [2, 'The dog sleeps.']);
  expect(countSame(inOrder, other, 'plain')).toEqual({ same: 1, all: 2 });
  expect(countSame(other, inOrder, 'plain')).toEqual({ same: 1, all: 2 });
});

test('numbers need not follow each other', () => {
  const other = digests([3, 'The owl waits.'], [7, 'The fox runs.']);
  expect(countSame(inOrder, other, 'plain')).toEqual({ same: 1, all: 1 });
  expect(countSame(other, inOrder, 'plain')).toEqual({ same: 1, all: 1 });
});

test('line breaks count as blanks, or no blank counts', () => {
  const broken = digests([1, 'The cat\n sleeps. '], [2, 'Thedogbarks.']);
  expect(countSame(inOrder, broken, 'plain')).toEqual({ same: 1, all: 2 });
  expect(countSame(inOrder, broken, 'bare')).toEqual({ same: 2, all: 2 });
});

test('a source that the other file lacks is not compared', () => {
  expect(countSame([...inOrder, ...inOrder], inOrder, 'plain')).toEqual({ same: 3, all: 3 });
});
