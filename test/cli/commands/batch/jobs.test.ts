import { describe, expect, test } from 'vitest';
import { matchFolders } from '../../../../src/cli/commands/batch/folder-jobs.js';
import { idProblem, readManifest } from '../../../../src/cli/commands/batch/manifest.js';
import { duration, progressText } from '../../../../src/cli/commands/batch/progress-text.js';
import { AppError } from '../../../../src/errors.js';

const read = (text: string) => readManifest('jobs.csv', new TextEncoder().encode(text), '/base');

describe('readManifest', () => {
  test('reads CSV: paths from the manifest, languages, anchors, other columns ignored', () => {
    const jobs = read(
      '\ufeffid,source_a,source_b,source_c,lang_a,lang_b,anchors,comment\r\n' +
        'x,a.txt,/abs/b.txt,,ES,,known.txt,"a ""remark"""\r\n' +
        'y,"with, comma.txt",b.txt,c.txt,,,,\r\n',
    );
    expect(jobs).toEqual([
      {
        id: 'x',
        where: 'jobs.csv:2',
        sources: ['/base/a.txt', '/abs/b.txt'],
        languages: ['es', null],
        anchors: '/base/known.txt',
      },
      {
        id: 'y',
        where: 'jobs.csv:3',
        sources: ['/base/with, comma.txt', '/base/b.txt', '/base/c.txt'],
        languages: [null, null, null],
        anchors: null,
      },
    ]);
  });

  test('reads JSON lines with the same keys', () => {
    expect(
      read(
        '{"id":7,"source_a":"a","source_b":"b","lang_b":"en","extra":[1]}\n\n{"id":"z","source_a":"c"}',
      ),
    ).toEqual([
      {
        id: '7',
        where: 'jobs.csv:1',
        sources: ['/base/a', '/base/b'],
        languages: [null, 'en'],
        anchors: null,
      },
      { id: 'z', where: 'jobs.csv:3', sources: ['/base/c'], languages: [null], anchors: null },
    ]);
  });

  test.each([
    ['', /^jobs\.csv:1: /],
    ['id,source_a,source_b\n', /no jobs/],
    ['name,source_a\nx,y\n', /^jobs\.csv:1: the header needs id/],
    ['id,source_a,source_b\nx,a,b\nx,c,d\n', /^jobs\.csv:3: id "x" is there already in line 2/],
    ['id,source_a,source_b\n../x,a,b\n', /^jobs\.csv:2: id "\.\.\/x" must not hold \//],
    ['id,source_a,source_b\n.x,a,b\n', /^jobs\.csv:2: id "\.x" must not begin with a dot/],
    ['id,source_a,source_b\n,a,b\n', /^jobs\.csv:2: id "" is empty/],
    ['id,source_a,source_b\nx,a\n', /^jobs\.csv:2: 2 fields under 3 columns/],
    ['id,source_a,source_b\nx,,b\n', /^jobs\.csv:2: source_a is missing/],
    ['id,source_a,source_b,source_c\nx,a,,c\n', /^jobs\.csv:2: source_b is missing/],
    ['id,source_a,source_b\nx,a,-\n', /^jobs\.csv:2: "-" is no source/],
    ['id,source_a,source_1\nx,a,b\n', /"source_1" is not a column/],
    ['id,source_a,source_b,lang_en\nx,a,b,en\n', /"lang_en" is not a column/],
    ['id,source_a,source_b,lang_a\nx,a,b,??\n', /^jobs\.csv:2: lang_a: /],
    ['id,source_a,source_b\nx,"a,b\n', /^jobs\.csv:\d+: /],
    ['{"id":"x","source_a":"a"}\n{"id":', /^jobs\.csv:2: /],
    ['{"id":"x","source_a":["a"]}', /^jobs\.csv:1: "source_a" must be a string/],
    ['{"id":"x"}', /^jobs\.csv:1: source_a is missing/],
  ])('%j is refused with the line', (text, message) => {
    expect(() => read(text)).toThrow(AppError);
    expect(() => read(text)).toThrow(message);
  });

  test('goes on after source_z with source_aa', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz', 'aa'];
    const header = letters.map((letter) => `source_${letter}`).join(',');
    const [job] = read(`id,${header}\nx,${letters.join(',')}\n`);
    expect(job?.sources).toEqual(letters.map((letter) => `/base/${letter}`));
  });

  test('is refused when it is not UTF-8', () => {
    expect(() => readManifest('jobs.csv', Uint8Array.of(0x69, 0xff), '/')).toThrow(/not UTF-8/);
  });
});

describe('ids', () => {
  test.each(['a', 'doc-1', 'ü 語', 'a..b', 'x'.repeat(200)])('"%s" names a file', (id) => {
    expect(idProblem(id)).toBeUndefined();
  });
  test.each([
    '',
    '.',
    '..',
    'a/b',
    'a\\b',
    '.hidden',
    'a\u0000',
    'nul',
    'COM1.x',
    'a.',
    'x'.repeat(201),
    'a:b',
  ])('"%s" does not', (id) => {
    expect(idProblem(id)).toBeDefined();
  });
});

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

  test('is an error when nothing matches', () => {
    expect(() => matchFolders([folder('a', ['x']), folder('b', ['y'])])).toThrow(AppError);
  });
});

describe('progress', () => {
  test.each([
    [5, 10, 1000, '5 of 10 jobs, 5.0/s, 1 s left'],
    [1, 100, 60_000, '1 of 100 jobs, 1.0/min, 1 h 39 min left'],
    [0, 3, 0, '0 of 3 jobs, 0.0/s'],
  ])('%i of %i after %i ms', (done, total, time, text) => {
    expect(progressText(done, total, time)).toBe(text);
  });
  test('durations read like speech', () => {
    expect([3, 75, 3700].map(duration)).toEqual(['3 s', '1 min 15 s', '1 h 1 min']);
  });
});
