import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { markdownTable } from '../../../src/cli/reference/markdown.js';
import type { Table } from '../../../src/domain.js';
import { openLinkedFiles } from '../../../src/pipeline/files/linked-files.js';
import { linkedOperands, openNumberLinks } from '../../../src/pipeline/files/number-links.js';
import { parseReview } from '../../../src/review/file/parse-review.js';
import { reviewFromTable, tableFromReview } from '../../../src/review/from-table.js';
import { findFormat, type FormatName } from '../../../src/write/formats.js';
import { isPair, outputRecords } from '../../../src/write/records/records.js';
import { writeTable } from '../../../src/write/write-table.js';
import { threeTexts } from '../../write/formats/exchange-table.js';
import { fullTable, keptOf, keptNames } from './kept.js';
import { reviewText } from '../../review/review-text.js';

/** Formats that hold links, in the order of the table. */
const formats = [
  'csv',
  'tsv',
  'xlsx',
  'json',
  'jsonl',
  'tmx',
  'xliff',
  'po',
  'tei',
  'linkgrp',
  'vecalign',
  'ladder',
  'moses',
  'columns',
] as const satisfies readonly FormatName[];

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'paralign-round-trip-'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** Writes a table as a file, and opens that as `convert` does, with its texts if it holds none. */
async function throughFile(table: Table, format: FormatName): Promise<Table> {
  const name = `x.${findFormat(format).endings[0]}`;
  const files = new Map<string, Uint8Array[]>();
  for await (const { file, chunk } of writeTable(table, format))
    files.set(file, [...(files.get(file) ?? []), Buffer.from(chunk)]);
  for (const [file, chunks] of files) writeFileSync(join(cwd, name + file), Buffer.concat(chunks));
  for (const source of table.sources) writeFileSync(join(cwd, source.name), source.text);
  const texts = table.sources.map((source) => source.name);
  const byNumber = ['vecalign', 'ladder', 'linkgrp'].includes(format);
  const operands = byNumber ? [name, ...texts] : [name + [...files.keys()][0]];
  const options = { cwd, segmented: true };
  const linked = await linkedOperands(operands, options);
  const opened = linked
    ? await openNumberLinks(linked, options)
    : await openLinkedFiles(operands, { cwd });
  if (!opened) throw new Error(`${name} does not open`);
  return opened;
}

function throughReview(table: Table): Table {
  const review = reviewFromTable(table, { model: null, segmented: true });
  return tableFromReview(parseReview('x.paralign', reviewText(review)));
}

const page = new URL('../../../docs/formats.md', import.meta.url);
const place = /(<!-- kept: [^>]*-->\n\n)[\s\S]*?(\n<!-- \/kept -->)/;

describe('what a format keeps of an alignment', () => {
  test('is what the table in docs/formats.md says', async () => {
    const lines: [string, boolean[]][] = [
      ['paralign', keptOf(fullTable(), throughReview(fullTable()))],
    ];
    for (const format of formats)
      lines.push([format, keptOf(fullTable(), await throughFile(fullTable(), format))]);
    const table = markdownTable(
      ['', ...lines.map(([name]) => name)],
      keptNames.map((name, at) => [name, ...lines.map(([, kept]) => (kept[at] ? '+' : ''))]),
    );
    console.log(table);
    const text = readFileSync(page, 'utf8');
    const filled = text.replace(place, (_whole, begin: string, end: string) => begin + table + end);
    expect(text).toMatch(place);
    if (process.env['PARALIGN_WRITE_TABLES'] !== undefined) writeFileSync(page, filled);
    expect(filled, 'PARALIGN_WRITE_TABLES=1 makes it anew').toBe(text);
  });

  test.each(formats)('%s: the pairs in order, whatever else', async (format) => {
    const [pairs] = keptOf(fullTable(), await throughFile(fullTable(), format));
    expect(pairs).toBe(true);
  });

  test.each(formats.filter((name) => findFormat(name).sources === 'any'))(
    '%s: three texts in a row',
    async (format) => {
      const links = (table: Table): unknown[] =>
        [...outputRecords(table)]
          .filter(isPair)
          .map(({ cells }) => cells.map((cell) => cell && [cell.language, cell.text]));
      expect(links(await throughFile(threeTexts(), format))).toEqual(links(threeTexts()));
    },
  );
});
