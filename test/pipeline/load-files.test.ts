import { describe, expect, test } from 'vitest';
import { sourceNames } from '../../src/pipeline/load-files.js';

describe('sourceNames', () => {
  test.each([
    [
      ['dir/a.txt', 'b.txt'],
      ['a.txt', 'b.txt'],
    ],
    [
      ['en/doc.txt', 'es/doc.txt', 'x.txt'],
      ['en/doc.txt', 'es/doc.txt', 'x.txt'],
    ],
    [
      ['1/en/doc.txt', '2/en/doc.txt'],
      ['1/en/doc.txt', '2/en/doc.txt'],
    ],
    [
      ['-', 'a.txt'],
      ['stdin', 'a.txt'],
    ],
    [
      ['/a/doc', 'doc'],
      ['a/doc', 'doc'],
    ],
  ])('%j are called %j', (paths, names) => {
    expect(sourceNames(paths)).toEqual(names);
    expect(new Set(sourceNames(paths)).size).toBe(paths.length);
  });
});
