import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/errors.js';
import { matchFolders } from '../../src/jobs/match-folders.js';

describe('matchFolders', () => {
  const folder = (name: string, files: string[]) => ({ name, path: `/${name}`, files });

  test.each([
    [
      ['d1.txt', 'd2.txt'],
      ['d1.txt', 'd2.txt'],
      ['d1', 'd2'],
    ],
    [
      ['d1.en', 'd2.en'],
      ['d1.de', 'd2.de'],
      ['d1', 'd2'],
    ],
    [
      ['d1.en.txt', 'd2.en.txt'],
      ['d1.es.md', 'd2.es.md'],
      ['d1', 'd2'],
    ],
    [
      ['x.en.txt', 'x.fr.txt'],
      ['x.en.txt', 'x.fr.txt'],
      ['x.en', 'x.fr'],
    ],
    [
      ['x.txt', 'x.md'],
      ['x.txt', 'x.md'],
      ['x.md', 'x.txt'],
    ],
    [['v1.2.txt'], ['v1.2.txt'], ['v1.2']],
  ])('matches %j with %j', (a, b, ids) => {
    expect(matchFolders([folder('a', a), folder('b', b)]).jobs.map(({ id }) => id)).toEqual(ids);
  });

  test('says what has no counterpart', () => {
    const { jobs, left } = matchFolders([
      folder('a', ['x.txt', 'y.txt']),
      folder('b', ['x.txt', 'z.txt']),
    ]);
    expect(jobs.map(({ sources }) => sources)).toEqual([['/a/x.txt', '/b/x.txt']]);
    expect(left).toEqual(['a/y.txt', 'b/z.txt']);
  });

  test('names that differ in normal form belong together', () => {
    const { jobs } = matchFolders([folder('a', ['\u00e9.txt']), folder('b', ['e\u0301.txt'])]);
    expect(jobs).toMatchObject([{ id: '\u00e9', sources: ['/a/\u00e9.txt', '/b/e\u0301.txt'] }]);
  });

  test.each([
    [['Doc.txt', 'doc.txt'], /only in ways that some file systems ignore/],
    [['a\u202e.txt'], /bidirectional/],
    [['nul.txt'], /reserved/],
  ])('%j is refused', (files, message) => {
    expect(() => matchFolders([folder('a', files), folder('b', files)])).toThrow(message);
  });

  test('is an error when nothing matches', () => {
    expect(() => matchFolders([folder('a', ['x']), folder('b', ['y'])])).toThrow(AppError);
  });
});
