import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/errors.js';
import { idProblem, nameKey } from '../../src/jobs/ids.js';
import { readManifest } from '../../src/jobs/manifest.js';

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

  test('keeps every digit of a number in JSON lines, so that near ones stay apart', () => {
    const jobs = read(
      '{"id":1234567890123456789,"source_a":"a"}\n{"id":1234567890123456788,"source_a":"b"}',
    );
    expect(jobs.map(({ id }) => id)).toEqual(['1234567890123456789', '1234567890123456788']);
  });

  test.each([
    ['', /^jobs\.csv:1: /],
    ['id,source_a,source_b\n', /no jobs/],
    ['name,source_a\nx,y\n', /^jobs\.csv:1: the header needs id/],
    ['id,source_a,source_b\nx,a,b\nx,c,d\n', /^jobs\.csv:3: id "x" is already used in line 2/],
    ['id,source_a,source_b\n../x,a,b\n', /^jobs\.csv:2: id "\.\.\/x" must not contain \//],
    ['id,source_a,source_b\n.x,a,b\n', /^jobs\.csv:2: id "\.x" must not begin with a dot/],
    ['id,source_a,source_b\n,a,b\n', /^jobs\.csv:2: id "" is empty/],
    ['id,source_a,source_b\nx,a\n', /^jobs\.csv:2: 2 fields, but 3 columns/],
    ['id,source_a,source_b\nx,,b\n', /^jobs\.csv:2: source_a is missing/],
    ['id,source_a,source_b,source_c\nx,a,,c\n', /^jobs\.csv:2: source_b is missing/],
    ['id,source_a,source_b\nx,a,-\n', /^jobs\.csv:2: "-" cannot be a source/],
    ['id,source_a,source_1\nx,a,b\n', /"source_1" is not a column/],
    ['id,source_a,source_b,lang_en\nx,a,b,en\n', /"lang_en" is not a column/],
    ['id,source_a,source_b,lang_a\nx,a,b,??\n', /^jobs\.csv:2: lang_a: /],
    ['id,source_a,source_b\nx,"a,b\n', /^jobs\.csv:\d+: /],
    ['{"id":"x","source_a":"a"}\n{"id":', /^jobs\.csv:2: /],
    ['{"id":"x","source_a":["a"]}', /^jobs\.csv:1: "source_a" must be a string/],
    ['id,source_a,id\nx,a,y\n', /^jobs\.csv:1: the column "id" appears twice/],
    ['id,source_a,source_b,source_b\nx,a,b,c\n', /:1: the column "source_b" appears twice/],
    ['id,source_a,Source_B\nx,a,b\n', /:1: the column "Source_B" must be called "source_b"/],
    ['id,source_a,Source B\nx,a,b\n', /must be called "source_b"/],
    ['id,source_a,Anchors\nx,a,b\n', /must be called "anchors"/],
    ['{"id":"x","source_a":"a","id":"y"}', /:1: the column "id" appears twice/],
    ['{"id":"x","source_a":"a","\\u0069d":"y"}', /:1: the column "id" appears twice/],
    ['id,source_a\na,x\nb,x\nA,x\n', /^jobs\.csv:4: id "A" differs from "a" in line 2 only in /],
    ['id,source_a\n\u00e9,x\ne\u0301,x\n', /^jobs\.csv:3: .* in line 2 only in /],
    ['id,source_a\nab,x\na\u200bb,x\n', /^jobs\.csv:3: .* in line 2 only in /],
    ['id;source_a;source_b\nx;a\n', /^jobs\.csv:2: 2 fields, but 3 columns/],
    ['id,source_a\n   ,x\n', /^jobs\.csv:2: id "" is empty/],
    ['{"id":"\\ud800","source_a":"a"}', /^jobs\.csv:1: .*surrogate/],
    ['{"id":"x"}', /^jobs\.csv:1: source_a is missing/],
  ])('%j is refused with the line', (text, message) => {
    expect(() => read(text)).toThrow(AppError);
    expect(() => read(text)).toThrow(message);
  });

  test.each([';', '\t'])('reads what is separated by %j', (separator) => {
    const rows = [
      ['id', 'source_a', 'source_b', 'note'],
      ['x', '"a;1,2"', 'b.txt', 'y, z'],
    ];
    const text = rows.map((row) => row.join(separator)).join('\r\n');
    expect(read(text)[0]?.sources).toEqual(['/base/a;1,2', '/base/b.txt']);
    const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(readManifest('jobs.csv', wide, '/base')).toEqual(read(text));
  });

  test("keys inside of other values are nobody else's", () => {
    expect(
      read('{"id":"x","more":{"id":1,"source_a":[{"id":2}]},"source_a":"a:\\"id\\":"}'),
    ).toEqual([expect.objectContaining({ id: 'x', sources: ['/base/a:"id":'] })]);
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
    'a*',
    'a?',
    'con',
    'Con.a.b',
    'nul .x',
    'COM\u00b2',
    'conout$',
    'a\u0085',
    'a\u009b31m',
    'a\u001b[31m',
    'a\nb',
    'a\u2028b',
    '\ud83d',
    'a\udc00b',
    'a\u202eb',
    'a\u2066b',
    'a\u061c',
    'a\uffff',
    '\u200b\u200d',
    ' a',
    'a\u00a0',
    'a\u3000',
    '語'.repeat(67),
  ])('"%s" does not', (id) => {
    expect(idProblem(id)).toBeDefined();
  });

  test('that may be one file have one key', () => {
    for (const [one, other] of [
      ['Doc', 'dOC'],
      ['\u00c5', 'a\u030a'],
      ['\u212b', '\u00e5'],
      ['ΣΑΣ', 'σας'],
      ['straße', 'STRASSE'],
      ['a\u00adb', 'ab'],
    ] as const)
      expect(nameKey(one)).toBe(nameKey(other));
    expect(nameKey('a1')).not.toBe(nameKey('a2'));
  });
});
