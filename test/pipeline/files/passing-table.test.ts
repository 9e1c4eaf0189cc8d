import { describe, expect, it } from 'vitest';
import { openPassingTable } from '../../../src/pipeline/files/passing-table.js';
import type { PassingFileOptions } from '../../../src/pipeline/files/passing-memory.js';
import type { Diagnostic } from '../../../src/diagnostics.js';
import { diagnoseReading } from '../../../src/pipeline/diagnose.js';
import { tableOfLinks } from '../../../src/pipeline/linked-table.js';
import { readInputs } from '../../../src/pipeline/read-inputs.js';
import { passingRecords } from '../../../src/write/records/passing-rows.js';
import { formatNames, type FormatName } from '../../../src/write/formats.js';
import { writeRecords, writeTable, type WriteOptions } from '../../../src/write/write-table.js';
import { writtenFiles } from './written-files.js';

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

type Row = readonly [string, string];

const rows: readonly Row[] = [
  ['Nothing stands on the other side here.', ''],
  ['', 'Nada en el otro lado.'],
  ['', ''],
  ['Zwei Zeilen\nauf Deutsch, mitten im Text.', 'Dos líneas,\n"entre comillas".'],
  ['42', '42'],
  ['你好 🙂', 'Hola 🙂'],
  ...Array.from({ length: 300 }, (_, n): Row => [
    `Mr Smith had ${n} boxes of old books for Paris, and not ${n % 50 === 0 ? n + 5 : n} km away.`,
    `El señor Smith tenía ${n} cajas de libros viejos para París, y no a ${n} km.`,
  ]),
  [' At the end. ', ''],
  ['', 'Al final del todo.'],
];

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const csv = (header: Row, separator = ','): Uint8Array<ArrayBuffer> =>
  utf8([header, ...rows].map((cells) => cells.map(quoted).join(separator)).join('\r\n'));

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 1000) yield bytes.subarray(from, from + 1000);
}

type Settings = Pick<PassingFileOptions, 'columns' | 'languages' | 'from'>;

const open = (name: string, bytes: Uint8Array, settings: Settings = {}) =>
  openPassingTable(
    { name, operand: name, head: bytes, pieces: () => inPieces(bytes) },
    { checks: true, ...settings },
  );

/** Both ways of writing a file, with what is said of it. */
async function bothWays(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  settings: Settings = {},
  { format = 'json', options = {} }: { format?: FormatName; options?: WriteOptions } = {},
) {
  const read = await readInputs([{ name, operand: name, bytes }], settings);
  const table = await tableOfLinks(read);
  const passing = await open(name, bytes, settings);
  if (!table || !passing) throw new Error('not opened');
  const said: { whole: Diagnostic[]; passing: Diagnostic[] } = { whole: [], passing: [] };
  diagnoseReading(read.texts, (one) => void said.whole.push(one));
  diagnoseReading(passing.read, (one) => void said.passing.push(one));
  const whole = await writtenFiles(
    writeTable(table, format, options, (one) => void said.whole.push(one)),
  );
  const byRows = await writtenFiles(
    writeRecords(passingRecords(passing), format, options, (one) => void said.passing.push(one)),
  );
  return {
    whole: { ...whole, said: said.whole },
    byRows: { ...byRows, said: said.passing },
    table,
  };
}

describe('a table of two texts whose rows are not held', () => {
  it.each(formatNames)('is written as %s just like one whose rows are', async (format) => {
    const { whole, byRows, table } = await bothWays(
      't.csv',
      csv(['en', 'es']),
      { columns: ['en', 'es'] },
      { format },
    );
    expect(byRows).toEqual(whole);
    expect(table.rows.some(({ checks }) => checks.length > 0)).toBe(true);
  });

  it.each([
    ['of columns that name no language', 't.csv', csv(['one', 'two']), { columns: ['A', 'B'] }],
    [
      'with semicolons and a mark',
      't.csv',
      utf8(`\ufeff${Buffer.from(csv(['en', 'es'], ';')).toString()}`),
      {},
    ],
    ['in the other order', 't.csv', csv(['en', 'es']), { columns: ['es', 'en'] }],
    ['of stated languages', 't.csv', csv(['en', 'es']), { languages: [undefined, 'pt-BR'] }],
    ['with tabs and quotes as Excel has them', 't.tsv', csv(['en', 'es'], '\t'), {}],
    [
      'with tabs and a quote that is text',
      't.tsv',
      utf8('en\tes\n"a" is one\tuno\n"b\tdos "\nfour\tcuatro\n'),
      {},
    ],
    ['under the name of its format', 't.data', csv(['source', 'target']), { from: 'csv' }],
    [
      'of JSON lines',
      't.jsonl',
      utf8(rows.map(([en, es]) => JSON.stringify({ id: 1, translation: { en, es } })).join('\n')),
      { columns: ['en', 'es'] },
    ],
    [
      'of a catalogue with plurals and doubtful translations',
      't.po',
      utf8(
        'msgid ""\nmsgstr "Language: es\\nPlural-Forms: nplurals=2; plural=n != 1;\\n"\n\n' +
          'msgid "Alone"\nmsgstr ""\n\n#, fuzzy\nmsgid "Doubtful"\nmsgstr "Dudoso"\n\n' +
          'msgid "%d box"\nmsgid_plural "%d boxes"\nmsgstr[0] "%d caja"\nmsgstr[1] "%d cajas"\n\n' +
          'msgid "The end of 3 days"\nmsgstr "El final de 4 días"\n',
      ),
      {},
    ],
    [
      'of XLIFF',
      't.xlf',
      utf8(
        '<?xml version="1.0"?><xliff version="1.2"><file original="a" source-language="en" target-language="es-MX" datatype="plaintext"><body>' +
          '<trans-unit id="1"><source>Nobody knows.</source></trans-unit>' +
          '<trans-unit id="2"><source>On 3 May.</source><target state="new">On 3 May.</target></trans-unit>' +
          '<trans-unit id="3"><source>It was 5 o\'clock.</source><target>Eran las 6.</target></trans-unit>' +
          '</body></file></xliff>',
      ),
      {},
    ],
    [
      'with half a character',
      't.jsonl',
      utf8(
        `{"en": "Half a character: \\ud83d", "es": "Medio carácter: \\ude00 y más"}\n`.repeat(3),
      ),
      {},
    ],
  ] as const)('is the same %s', async (_, name, bytes, settings) => {
    const { whole, byRows } = await bothWays(name, bytes, settings);
    expect(byRows).toEqual(whole);
  });

  it.each([{ dedup: 'folded' }, { differing: true }, { pairsOnly: true, types: ['1-1'] }] as const)(
    'is filtered the same by %o',
    async (options) => {
      const { whole, byRows } = await bothWays('t.csv', csv(['en', 'es']), {}, { options });
      expect(byRows).toEqual(whole);
    },
  );

  it('is left to be read as a whole if it is more than two columns, or in another encoding', async () => {
    expect(await open('t.csv', csv(['en', 'es']))).toBeDefined();
    const wide = utf8('en,es,fr\nOne day,Un día,Un jour\nTwo,Dos,Deux\n');
    expect(await open('t.csv', wide)).toBeUndefined();
    expect(await open('t.csv', Buffer.from('en,es\nOne,a\xf1o\n', 'latin1'))).toBeUndefined();
    expect(await open('t.txt', csv(['en', 'es']), { from: 'text' })).toBeUndefined();
  });

  it('is refused at the line where its quoting breaks', async () => {
    const broken = utf8('en,es\nOne,Uno\n"Two,Dos\nThree,Tres\n');
    await expect(open('t.csv', broken)).rejects.toMatchObject({
      code: 'bad-table',
      message: expect.stringContaining('t.csv:3: a quote in this row is never closed'),
    });
  });
});
