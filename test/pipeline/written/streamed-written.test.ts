import { describe, expect, test } from 'vitest';
import {
  streamedWritten,
  type CheckNeeds,
} from '../../../src/pipeline/written/streamed-written.js';
import { tableOfWritten } from '../../../src/pipeline/written/written-table.js';
import { readWritten, rowFormatOf } from '../../../src/read/written/read-written.js';
import { formats, type FormatName } from '../../../src/write/formats.js';
import type { Format } from '../../../src/write/records/output-format.js';
import { writeRecords, writeTable } from '../../../src/write/write-table.js';
import { makeRow, makeSource, makeTable } from '../../write/table-fixture.js';

/** Texts with what separates columns and rows in them. */
const lines = Array.from({ length: 100 }, (_, n) =>
  n % 7 === 0 ? `He said, "no ${n};"\nand left.` : `Line ${n}, she said.`,
);
const table = (checks: boolean) =>
  makeTable(
    [
      makeSource('a.txt', 'en', lines),
      makeSource(
        'b.txt',
        'fr',
        lines.map((_, n) => `Ligne ${n} : « non ».`),
      ),
    ],
    lines.map((_, n) =>
      makeRow([[n], [n]], {
        id: n + 1,
        confidence: (n % 100) / 100,
        ...(n % 3 === 0 && { quality: (n % 10) / 10 }),
        ...(checks &&
          n === 5 && {
            checks: [
              {
                code: 'number' as const,
                a: { stream: 0, values: ['3'], spans: [] },
                b: { stream: 1, values: ['5'], spans: [] },
              },
            ],
          }),
      }),
    ),
  );

async function bytesOf(from: FormatName, checks = false): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const { chunk } of writeTable(table(checks), from)) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** The bytes in pieces that end anywhere, within a character too. */
async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function streamed(bytes: Uint8Array, needs: CheckNeeds = 'names', size = 997) {
  const format = rowFormatOf(bytes);
  if (!format) throw new Error('not recognised');
  return streamedWritten({ name: 'x', format, pieces: () => pieces(bytes, size) }, needs);
}

async function textOf(
  parts: AsyncIterable<{ readonly file: string; readonly chunk: string | Uint8Array }>,
): Promise<string> {
  const files = new Map<string, Buffer[]>();
  for await (const { file, chunk } of parts)
    files.set(file, [...(files.get(file) ?? []), Buffer.from(chunk)]);
  return [...files].map(([name, chunks]) => name + Buffer.concat(chunks).toString('utf8')).join('');
}

const outputs = formats.filter((format: Format) => format.showsParagraphs !== true);

describe('a file that is never held', () => {
  test.each(['csv', 'tsv', 'jsonl'] as const)(
    '%s becomes the same in every format as its table',
    async (from) => {
      const bytes = await bytesOf(from);
      const written = await readWritten(`x.${from}`, bytes);
      if (!written) throw new Error('not opened');
      const whole = await tableOfWritten(`x.${from}`, written);
      for (const { name } of outputs) {
        const records = await streamed(bytes);
        if (!records) throw new Error('not streamed');
        expect(await textOf(writeRecords(records, name)), name).toBe(
          await textOf(writeTable(whole, name)),
        );
      }
    },
  );

  test('pieces may be of any size', async () => {
    const bytes = await bytesOf('csv');
    const texts = [1, 64, 1 << 20].map(async (size) => {
      const records = await streamed(bytes, 'names', size);
      return records && textOf(writeRecords(records, 'csv'));
    });
    const own = Buffer.from(bytes).toString('utf8');
    expect(await Promise.all(texts)).toEqual([own, own, own]);
  });

  test('checks that the file names have no places: such a file is read as a whole for an output of places', async () => {
    const csv = await bytesOf('csv', true);
    expect(await streamed(csv, 'places')).toBeUndefined();
    const records = await streamed(csv, 'names');
    expect(records && (await textOf(writeRecords(records, 'csv')))).toContain('number:3≠5');
    expect(await streamed(await bytesOf('jsonl', true), 'places')).toBeDefined();
  });

  test.each([
    ['with a sentence that is there twice', (text: string) => text.replace(',3,3,', ',2,3,')],
    ['in another encoding', (text: string) => text],
    ['with a quote that is never closed', (text: string) => `${text}"x`],
    ['with a row number that is there twice', (text: string) => text.replace('\n3,', '\n2,')],
  ])('a file %s is left to be read as a whole', async (_what, change) => {
    const changed = change(Buffer.from(await bytesOf('csv')).toString('utf8'));
    const encoding = _what.includes('encoding') ? 'latin1' : 'utf8';
    expect(await streamed(Buffer.from(changed, encoding))).toBeUndefined();
  });
});
