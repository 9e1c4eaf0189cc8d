import { describe, expect, test } from 'vitest';
import {
  formatOfFile,
  formats,
  formatsTaking,
  outputFileName,
  reviewFormat,
} from '../../src/write/formats.js';
import { smallTable } from './table-fixture.js';
import { writeTable } from '../../src/write/write-table.js';

describe('the table of formats', () => {
  test('every name and every ending is one format', () => {
    const names: readonly string[] = formats.map(({ name }) => name);
    const all = [...formats, reviewFormat];
    const endings: readonly string[] = all.flatMap((format) => [...format.endings]);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(endings).size).toBe(endings.length);
  });

  test.each(formats)('$name has a writer, and an ending that leads back to it', async (format) => {
    expect(formatOfFile(outputFileName('x', format.name))).toBe(format.name);
    const parts: unknown[] = [];
    for await (const part of writeTable(smallTable(), format.name)) parts.push(part);
    expect(parts.length).toBeGreaterThan(0);
  });

  test('knows which formats take an option', () => {
    expect(formatsTaking('bom')).toEqual(['csv', 'tsv']);
    expect(formatsTaking('delimiter')).toEqual(['csv']);
  });

  test.each([
    ['x.csv', 'csv'],
    ['dir.json/x.TSV', 'tsv'],
    ['x.vecalign', 'vecalign'],
    ['x.txt', undefined],
    ['csv', undefined],
  ])('the ending of %s names the format %s', (path, format) => {
    expect(formatOfFile(path)).toBe(format);
  });
});
