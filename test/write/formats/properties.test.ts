import { describe, expect, test } from 'vitest';
import { openArchive } from '../../../src/read/archive/archive.js';
import type { FormatName } from '../../../src/write/formats.js';
import { formatsTaking } from '../../../src/write/formats.js';
import type { WriteOptions } from '../../../src/write/write-table.js';
import { smallTable } from '../table-fixture.js';
import { writtenBytes } from './written-bytes.js';

/** The date and author in a format, with the file of an archive that holds them. */
const holders: readonly (readonly [FormatName, string | null, string])[] = [
  ['docx', 'docProps/core.xml', '<dcterms:created xsi:type="dcterms:W3CDTF">2026-11-29T10:15:00Z<'],
  ['xlsx', 'docProps/core.xml', '<dcterms:created xsi:type="dcterms:W3CDTF">2026-11-29T10:15:00Z<'],
  ['epub', 'EPUB/package.opf', '<meta property="dcterms:modified">2026-11-29T10:15:00Z</meta>'],
  ['tei', null, '<date when="2026-11-29T10:15:00Z"/>'],
  ['tmx', null, 'creationdate="20261129T101500Z"'],
  ['po', null, '2026-11-29 10:15+0000'],
];

async function textOf(
  format: FormatName,
  file: string | null,
  options: WriteOptions,
): Promise<string> {
  const bytes = await writtenBytes(smallTable(), format, options);
  if (file === null) return bytes.toString('utf8');
  const archive = await openArchive(`x.${format}`, bytes);
  return archive.has(file) ? Buffer.from(await archive.read(file)).toString() : '';
}

const date = '20261129T101500Z';

describe('the date and the author of an output', () => {
  test('every format that takes a date is listed here', () => {
    expect(holders.map(([name]) => name).sort()).toEqual([...formatsTaking('date')].sort());
  });

  test.each(holders)('%s holds the date, if one is given', async (format, file, expected) => {
    expect(await textOf(format, file, { date })).toContain(expected);
    expect(await textOf(format, file, {})).not.toContain('2026');
  });

  test.each([...formatsTaking('author')])('%s holds the author', async (format) => {
    const file = holders.find(([name]) => name === format)?.[1] ?? null;
    expect(await textOf(format, file, { author: 'Ada Q' })).toContain('Ada Q');
  });
});
