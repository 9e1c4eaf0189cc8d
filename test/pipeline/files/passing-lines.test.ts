import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLargeLines } from '../../../src/pipeline/files/linked-files.js';
import { openNumberLinks } from '../../../src/pipeline/files/number-links.js';
import { formatNames } from '../../../src/write/formats.js';
import { writeRecords, writeTable } from '../../../src/write/write-table.js';
import { writtenFiles } from './written-files.js';

const english = [
  '',
  '  Only here.  ',
  ...Array.from(
    { length: 200 },
    (_, n) => `Mr Smith had ${n} boxes for Paris, and no time at all.`,
  ),
  '',
  'The end.',
  '',
];
const spanish = [
  'Solo aquí.',
  '',
  ...Array.from(
    { length: 200 },
    (_, n) => `El señor Smith tenía ${n === 30 ? 99 : n} cajas para París, y nada de tiempo.`,
  ),
  '',
  'El fin.',
  '',
];

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paralign-lines-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function pathsOf(a: string, b: string, names = ['t.moses.en', 't.moses.es']) {
  const [first = '', second = ''] = names.map((name) => join(folder, name));
  await writeFile(first, a);
  await writeFile(second, b);
  return [first, second] as const;
}

describe('two texts of corresponding lines that are not held', () => {
  it.each(formatNames)('are written as %s just like ones that are', async (format) => {
    const paths = await pathsOf(english.join('\n'), `\ufeff${spanish.join('\r\n')}`);
    const table = await openNumberLinks({ format: 'moses', paths }, { cwd: folder });
    const large = await openLargeLines(paths, { cwd: folder });
    if (!large || !('records' in large)) throw new Error('not opened');
    expect(await writtenFiles(writeRecords(large.records, format, {}))).toEqual(
      await writtenFiles(writeTable(table, format, {})),
    );
    expect(table.rows.some(({ checks }) => checks.length > 0)).toBe(true);
  });

  it('are the same where no name says their languages', async () => {
    const paths = await pathsOf(english.join('\r'), spanish.join('\n'), ['a.txt', 'b.txt']);
    const table = await openNumberLinks({ format: 'moses', paths }, { cwd: folder });
    const large = await openLargeLines(paths, { cwd: folder });
    if (!large || !('records' in large)) throw new Error('not opened');
    const found = await writtenFiles(writeRecords(large.records, 'json', {}));
    expect(found).toEqual(await writtenFiles(writeTable(table, 'json', {})));
    expect(JSON.stringify(found)).toContain('es');
  });

  it('are refused if one has more lines', async () => {
    const paths = await pathsOf('One.\nTwo.\n', 'Uno.\n');
    await expect(openLargeLines(paths, { cwd: folder })).rejects.toMatchObject({
      code: 'bad-anchor',
      message:
        't.moses.en has 2 lines, but t.moses.es has 1: they do not belong together line by line',
    });
  });
});
