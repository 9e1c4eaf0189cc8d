import { describe, expect, test } from 'vitest';
import type { Table } from '../../../src/domain.js';
import { passingWritten } from '../../../src/pipeline/written/passing-written.js';
import { tableOfWritten } from '../../../src/pipeline/written/written-table.js';
import { readWritten } from '../../../src/read/written/read-written.js';
import { formats, type FormatName } from '../../../src/write/formats.js';
import type { Format } from '../../../src/write/records/output-format.js';
import { writeRecords, writeTable } from '../../../src/write/write-table.js';
import { exchangeTable, threeTexts } from '../../write/formats/exchange-table.js';
import { writtenBytes } from '../../write/formats/written-bytes.js';
import { makeRow, makeSource, makeTable } from '../../write/table-fixture.js';
import { fullTable } from './kept.js';

const outputs = formats.filter((format: Format) => format.showsParagraphs !== true);

/** Crossing, edited, linked by hand and never aligned, with checks that agree with the texts and that do not. */
function mixedTable(): Table {
  const lines = Array.from({ length: 200 }, (_, n) => `Mr Smith had ${n} boxes. He was there.`);
  const other = lines.map((_, n) => `Herr Schmidt hatte ${n % 9 === 0 ? 7 : n} Kisten.`);
  const a = makeSource('a.pdf', 'en', lines);
  const b = makeSource('b.srt', 'de', [...other, 'Zum Schluss.']);
  const withPlaces = {
    ...a,
    paragraphs: a.paragraphs.map((own) => ({
      ...own,
      locator: { kind: 'page', page: own.number } as const,
    })),
    sentences: a.sentences.map((own) =>
      own.number === 5 ? { ...own, noise: 'repeat' as const } : own,
    ),
  };
  const rows = lines.flatMap((_, n) => {
    if (n === 4) return [];
    if (n === 10) return [makeRow([[10, 11], [11]], { id: 900, method: 'manual', note: 'joined' })];
    if (n === 11) return [makeRow([[], [10]], { id: 12 })];
    const edits = n === 20 ? { edits: { 1: 'Nein!' }, status: 'edited' as const } : {};
    return [makeRow([[n], n === 4 ? [] : [n]], { id: n + 1, crossing: n % 50 === 0, ...edits })];
  });
  const table = makeTable([withPlaces, b], [...rows, makeRow([[], [4]], { id: 700 })]);
  return { ...table, nextId: 1000 };
}

/** Pairs in order, two sentences against one among them. */
function plainTable(): Table {
  const a = makeSource('a.txt', 'en', ['One day.', 'It rained 5 times.', 'Then he left.', 'Bye.']);
  const b = makeSource('b.txt', 'de', ['Eines Tages.', 'Es regnete 6 Mal.', 'Er ging. Tschüss.']);
  const rows = [makeRow([[0], [0]]), makeRow([[1], [1]], { status: 'accepted' })];
  return makeTable([a, b], [...rows, makeRow([[2, 3], [2]])]);
}

async function textOf(parts: AsyncIterable<{ readonly file: string; readonly chunk: unknown }>) {
  const files: Record<string, string> = {};
  for await (const { file, chunk } of parts)
    files[file] =
      (files[file] ?? '') +
      (chunk instanceof Uint8Array ? Buffer.from(chunk).toString('latin1') : String(chunk));
  return files;
}

const inputs = [
  'csv',
  'tsv',
  'json',
  'jsonl',
  'xlsx',
  'tmx',
  'xliff',
  'po',
  'tei',
] as const satisfies FormatName[];

describe('a file that paralign wrote, whose table is not put together', () => {
  test.each(inputs)('%s becomes the same in every format', async (from) => {
    let passed = 0;
    for (const table of [mixedTable(), plainTable(), exchangeTable(), fullTable()]) {
      const written = await readWritten(`x.${from}`, await writtenBytes(table, from));
      if (!written) throw new Error('not opened');
      const whole = await tableOfWritten(`x.${from}`, written);
      for (const { name } of outputs) {
        const records = passingWritten(written, { checks: true });
        if (!records) continue;
        passed++;
        const found = await textOf(writeRecords(records, name));
        expect(found, `${from} to ${name}`).toEqual(await textOf(writeTable(whole, name)));
      }
    }
    expect(passed).toBeGreaterThanOrEqual(outputs.length);
  });

  test('needs its table if it is of more than two texts, or does not say where they are', async () => {
    const of = async (table: Table, change: (text: string) => string) => {
      const text = change(Buffer.from(await writtenBytes(table, 'csv')).toString());
      const written = await readWritten('x.csv', Buffer.from(text));
      return written && passingWritten(written, { checks: true });
    };
    expect(await of(mixedTable(), (text) => text)).toBeDefined();
    expect(await of(threeTexts(), (text) => text)).toBeUndefined();
    expect(await of(mixedTable(), (text) => text.replace('a_start', 'a_st'))).toBeUndefined();
    expect(await of(mixedTable(), (text) => text.replace('boxes', 'heavy boxes'))).toBeUndefined();
    expect(await of(mixedTable(), (text) => text.replace('\r\n3,', '\r\n2,'))).toBeUndefined();
  });
});
