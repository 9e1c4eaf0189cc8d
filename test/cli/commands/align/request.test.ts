import { describe, expect, test } from 'vitest';
import { readAlignRequest } from '../../../../src/cli/commands/align/request.js';
import { align } from '../../../../src/cli/commands/align/spec.js';
import { parsed } from '../parsed.js';

const read = (line: string) => readAlignRequest({ cwd: '/here' }, parsed(align, line));

describe('readAlignRequest', () => {
  test('uses the defaults without options', () => {
    expect(read('a.txt b.txt')).toEqual({
      sources: ['a.txt', 'b.txt'],
      settings: { segmented: false, keepNoise: false, mode: 'auto', checks: true },
      model: { model: null, cache: true },
      output: { path: null, clobber: true },
      toStdout: false,
      format: null,
      writeOptions: { pairsOnly: false, bom: false, delimiter: ',', spreadsheetSafe: false },
      show: false,
      all: false,
      words: false,
    });
  });

  test('keeps the names of sources as they were typed', () => {
    expect(
      read('a b --lang b=es --pivot 2 --anchors known.txt --only es,en --mode parallel').settings,
    ).toEqual({
      segmented: false,
      languages: {
        bySource: [{ source: 'b', language: 'es' }],
        inOrder: [],
        where: '--lang',
      },
      only: ['es', 'en'],
      keepNoise: false,
      mode: 'parallel',
      pivot: { source: '2', where: '--pivot' },
      anchors: { name: 'known.txt', path: '/here/known.txt' },
      checks: true,
    });
  });

  test.each([
    ['a b -o x.tsv', 'tsv'],
    ['a b -o x.tsv --format json', 'json'],
    ['a b -o x.txt', null],
    ['a b --json', 'json'],
    ['a b -o x.csv --json', 'csv'],
    ['a b', null],
  ])('%s: the format is %s', (line, format) => {
    expect(read(line).format).toBe(format);
  });

  test.each([
    ['a b -o out/x.csv', { path: '/here/out/x.csv', clobber: true }, false],
    ['a b -o /x.csv --no-clobber', { path: '/x.csv', clobber: false }, false],
    ['a b -o -', { path: null, clobber: true }, true],
  ])('%s goes to %j', (line, output, toStdout) => {
    expect(read(line)).toMatchObject({ output, toStdout });
  });

  test.each([
    ['a b --delimiter tab', '\t'],
    ['a b --delimiter \\t', '\t'],
    ['a b --delimiter ;', ';'],
  ])('%s', (line, delimiter) => {
    expect(read(line).writeOptions.delimiter).toBe(delimiter);
  });

  test.each([
    ['2026-11-29', '20261129T000000Z'],
    ['2026-11-29T10:15Z', '20261129T101500Z'],
    ['2026-11-29T00:15:07+01:00', '20261128T231507Z'],
  ])('--date %s', (given, date) => {
    expect(read(`a b --date ${given}`).writeOptions.date).toBe(date);
  });

  test.each([
    'a b --date 2026-02-30T10:15',
    'a b --date 2026-13-01',
    'a b --date today',
    'a b --format moses',
    'a b --delimiter ab',
    'a b --delimiter "',
    'a b --lang A=no_tag_at_all',
    'a --only ?',
  ])('%s is a usage error', (line) => {
    expect(() => read(line)).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});
