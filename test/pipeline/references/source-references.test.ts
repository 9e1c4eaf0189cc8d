import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.js';
import {
  findSource,
  resolveLanguages,
  resolvePivot,
} from '../../../src/pipeline/references/source-references.js';

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

describe('languages', () => {
  const where = '--lang';

  test('by index are taken as they are', () => {
    expect(resolveLanguages(['es'], sources)).toEqual(['es', undefined, undefined]);
    expect(resolveLanguages(undefined, sources)).toEqual([undefined, undefined, undefined]);
  });

  test('by reference go to the sources that are meant, the last word first', () => {
    const bySource = [
      { source: 'x.txt', language: 'es' },
      { source: '2', language: 'en' },
      { source: 0, language: 'pt' },
    ];
    expect(resolveLanguages({ bySource, inOrder: [], where }, sources)).toEqual([
      'pt',
      'en',
      undefined,
    ]);
    expect(resolveLanguages({ bySource, inOrder: ['a', 'b', 'c'], where }, sources)).toEqual([
      'pt',
      'en',
      'c',
    ]);
  });

  test.each([
    [{ bySource: [], inOrder: ['es', 'en'], where }, '--lang es,en: 2 languages for 3 sources'],
    [{ bySource: [{ source: 'Z', language: 'es' }], inOrder: [], where }, '--lang: no source "Z"'],
  ])('%j are refused', (languages, message) => {
    expect(() => resolveLanguages(languages, sources)).toThrow(AppError);
    expect(() => resolveLanguages(languages, sources)).toThrow(message);
  });
});

test('a pivot is an index or a reference', () => {
  expect(resolvePivot(1, sources)).toBe(1);
  expect(resolvePivot({ source: 'c', where: '--pivot' }, sources)).toBe(2);
  expect(resolvePivot(undefined, sources)).toBeUndefined();
  expect(() => resolvePivot({ source: 'y', where: '--pivot' }, sources)).toThrow(
    '--pivot: no source "y"',
  );
});
