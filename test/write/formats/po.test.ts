import { describe, expect, test } from 'vitest';
import { tableText } from '../../../src/write/write-table.js';
import { textsOf } from '../../read/tables/texts-of.js';
import { makeRow, makeSource, makeTable } from '../table-fixture.js';
import { exchangePairs, exchangeTable, hostileTable } from './exchange-table.js';
import { lacks, output } from './programs.js';
import { written } from './written.js';

/** The same text three times, with other translations, and one that is empty. */
const repeated = () =>
  makeTable(
    [makeSource('a', 'en', ['Yes.', 'Yes.', 'x']), makeSource('b', 'pt-BR', ['Sim.', 'É.', 'y'])],
    [
      makeRow([[0], [0]]),
      makeRow([[1], [1]]),
      makeRow([[2], [2]], { edits: { 0: '', 1: '\ny\n' } }),
    ],
  );

describe('a catalogue in PO', () => {
  test('has a header, and a message for each pair with its row, checks and note', async () => {
    expect(await tableText(exchangeTable(), 'po')).toBe(
      String.raw`msgid ""
msgstr ""
"Project-Id-Version: \n"
"PO-Revision-Date: \n"
"Last-Translator: \n"
"Language-Team: \n"
"Language: ar\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"X-Source-Language: en\n"

#. row 1, confidence 0.9000, edited, en.txt 1, ar.txt 1
msgid "Fish & <b>chips</b> cost \"3\"."
msgstr "سمك & بطاطا."

# Joined -- "well" <done>
#. row 2, confidence 0.9000, accepted, en.txt 3-4, ar.txt 2
#. number:2≠∅
msgid ""
"Two.\n"
"Three."
msgstr "اثنان وثلاثة."
`,
    );
  });

  test('read back has the same pairs', async () => {
    const { files, said } = await written(exchangeTable(), 'po');
    const read = await textsOf('m.po', files[''] ?? '');
    expect([read.links, read.languages]).toEqual([exchangePairs, ['en', 'ar']]);
    expect(said).toEqual([
      { code: 'rejected-left-out', count: 1 },
      { code: 'unpaired-left-out', count: 2 },
    ]);
  });

  test('tells equal texts apart by a context', async () => {
    const text = await tableText(repeated(), 'po');
    expect(text.match(/msgctxt .*\nmsgid .*/g)).toEqual([
      'msgctxt "row 2"\nmsgid "Yes."',
      'msgctxt "row 3"\nmsgid ""',
    ]);
    expect(text).toContain('Language: pt_BR');
  });

  test('has a date and an author only if they are given', async () => {
    const options = { date: '20261129T101500Z', author: 'Ana <ana@example.org>' };
    const text = await tableText(repeated(), 'po', options);
    expect(text).toContain('"PO-Revision-Date: 2026-11-29 10:15+0000\\n"');
    expect(text).toContain('"Last-Translator: Ana <ana@example.org>\\n"');
  });

  test('keeps texts that look like its own marks', async () => {
    const read = await textsOf('m.po', await tableText(hostileTable(), 'po'));
    expect(read.links).toEqual([
      `]]><x y='1'>&amp;\ufffd\ufffd\ufffd\r\u2028\ufffd-->\t"\\n = <!-- & --> \\ "q"\u{1f600}`,
      'b = c',
    ]);
  });

  test.skipIf(lacks('/usr/bin/msgfmt'))('is a catalogue for msgfmt --check', async () => {
    for (const table of [exchangeTable(), repeated(), hostileTable()]) {
      const text = await tableText(table, 'po');
      expect(output('msgfmt', ['--check', '--output-file=/dev/null', '-'], text)).toBe('');
    }
  });

  test.skipIf(lacks('/usr/bin/po2tmx'))('has the same pairs for translate-toolkit', async () => {
    const script = `import sys
from translate.storage import po
for unit in po.pofile.parsestring(sys.stdin.buffer.read()).units:
    if not unit.isheader(): print(str(unit.source) + ' = ' + str(unit.target))`;
    const text = await tableText(exchangeTable(), 'po');
    expect(output('/usr/bin/python3', ['-c', script], text)).toBe(`${exchangePairs.join('\n')}\n`);
  });
});
