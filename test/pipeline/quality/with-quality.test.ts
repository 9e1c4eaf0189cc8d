import { describe, expect, test } from 'vitest';
import type { Table } from '../../../src/domain.js';
import { passingQuality, withQuality } from '../../../src/pipeline/quality/with-quality.js';
import { tableHead } from '../../../src/write/records/head.js';
import { outputRecords, recordBatches } from '../../../src/write/records/records.js';
import { writeRecords, writeTable } from '../../../src/write/write-table.js';
import { readWritten } from '../../../src/read/written/read-written.js';
import { tableOfWritten } from '../../../src/pipeline/written/written-table.js';
import { makeRow, makeSource, makeTable } from '../../write/table-fixture.js';

const sentences = [
  ['The house is old.', 'La casa es vieja.'],
  ['My brother lives in London.', 'Mi hermano vive en Londres.'],
  ['The train leaves at eight.', 'El tren sale a las ocho.'],
  ['We bought bread and cheese.', 'Compramos pan y queso.'],
  ['The train leaves at eight o’clock.', 'The train leaves at eight o’clock.'],
] as const;

const table = (): Table =>
  makeTable(
    [
      makeSource('a.txt', 'en', [...sentences.map(([a]) => a), 'Alone.', 'Share this|noise']),
      makeSource(
        'b.txt',
        'es',
        sentences.map(([, b]) => b),
      ),
    ],
    [...sentences.map((_, n) => makeRow([[n], [n]])), makeRow([[5], []])],
  );

async function textOf(parts: AsyncIterable<{ readonly chunk: string | Uint8Array }>) {
  let text = '';
  for await (const { chunk } of parts) text += Buffer.from(chunk).toString('utf8');
  return text;
}

describe('rows with their quality', () => {
  test('are those that link something', async () => {
    const { rows } = await withQuality(table());
    const qualities = rows.map(({ quality }) => quality);
    expect(qualities[0]).toBeGreaterThan(0.7);
    expect(qualities[4]).toBeLessThan(0.1);
    expect(qualities[5]).toBeUndefined();
  });

  test('keep what they have, unless they are judged anew', async () => {
    const known = table();
    const rows = known.rows.map((row, n) => (n < 5 ? { ...row, quality: 0.123 } : row));
    expect((await withQuality({ ...known, rows })).rows[0]?.quality).toBe(0.123);
    expect((await withQuality({ ...known, rows }, { anew: true })).rows[0]?.quality).not.toBe(
      0.123,
    );
  });

  test('have the same when they come one after the other', async () => {
    const own = table();
    const head = tableHead(own);
    const passing = passingQuality({ head, batches: recordBatches(outputRecords(own)) });
    const judged = await withQuality(own);
    for (const format of ['csv', 'jsonl'] as const) {
      const again = passingQuality({ head, batches: recordBatches(outputRecords(own)) });
      expect(await textOf(writeRecords(again, format))).toBe(
        await textOf(writeTable(judged, format)),
      );
    }
    expect(passing.head.hasQuality).toBe(true);
  });

  test('have it in the last columns, with what lowers it, and where a file is read again', async () => {
    const judged = await withQuality(table());
    for (const format of ['csv', 'tsv', 'json', 'jsonl', 'xlsx'] as const) {
      const chunks: Buffer[] = [];
      for await (const { chunk } of writeTable(judged, format)) chunks.push(Buffer.from(chunk));
      const bytes = Buffer.concat(chunks);
      if (format === 'csv')
        expect(bytes.toString()).toMatch(/,b_original,edited,quality,quality_faults\r\n/);
      const written = await readWritten(`x.${format}`, bytes);
      const again = written && (await tableOfWritten('x', written));
      expect(again?.rows[0]?.quality, format).toBeCloseTo(judged.rows[0]?.quality ?? NaN, 3);
      expect(again?.rows[4]?.faults, format).toEqual(['copied', 'language']);
      expect(again?.rows[5]?.quality, format).toBeUndefined();
    }
    expect(await textOf(writeTable(table(), 'csv'))).not.toContain('quality');
  });
});
