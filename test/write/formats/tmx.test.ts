import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics.js';
import { tableText, writeTable } from '../../../src/write/write-table.js';
import { textsOf } from '../../read/tables/texts-of.js';
import { exchangePairs, exchangeTable, hostileTable, threeTexts } from './exchange-table.js';
import { lacks, output, unzipped } from './programs.js';

describe('a memory in TMX', () => {
  test('is a unit for each pair, with its row in props and its note', async () => {
    const text = await tableText(exchangeTable(), 'tmx');
    expect(text.match(/<tu /g)).toHaveLength(2);
    expect(text).toContain(
      '<tu tuid="2">\n<note>Joined -- "well" &lt;done&gt;</note>\n'.replace(
        '\n<note>',
        '\n' +
          [
            ['confidence', '0.9000'],
            ['status', 'accepted'],
            ['method', 'parallel'],
            ['type', '2-1'],
            ['checks', 'number:2≠∅'],
          ]
            .map(([type, value]) => `<prop type="x-${type}">${value}</prop>\n`)
            .join('') +
          '<note>',
      ),
    );
    expect(text).toContain(
      '<tuv xml:lang="en">\n<prop type="x-source">en.txt</prop>\n<prop type="x-sentences">3-4</prop>\n<prop type="x-offsets">41-52</prop>\n<seg>Two.\nThree.</seg>\n</tuv>\n',
    );
    expect(text).toContain('<prop type="x-original">سمك.</prop>\n<seg>سمك &amp; بطاطا.</seg>');
  });

  test('says how many rows it has no place for', async () => {
    const said: Diagnostic[] = [];
    for await (const _ of writeTable(exchangeTable(), 'tmx', {}, (one) => said.push(one)));
    expect(said).toEqual([
      { code: 'rejected-left-out', count: 1 },
      { code: 'unpaired-left-out', count: 2 },
    ]);
  });

  test('read back has the same pairs', async () => {
    const read = await textsOf('m.tmx', await tableText(exchangeTable(), 'tmx'));
    expect(read.links).toEqual(exchangePairs);
    expect(read.languages).toEqual(['en', 'ar']);
  });

  test('holds all languages of a row in one unit', async () => {
    const text = await tableText(threeTexts(), 'tmx');
    expect(text.match(/<tu [^>]*>/g)).toEqual([
      '<tu tuid="1">',
      '<tu tuid="2" srclang="es">',
      '<tu tuid="3">',
    ]);
    expect((await textsOf('m.tmx', text)).links).toEqual([
      'One. = Uno.',
      'Three. = Tres.',
      'One. = Eins.',
      'Uno. = Eins.',
      'Dos. = Zwei.',
    ]);
  });

  test('replaces what XML cannot hold, and says so', async () => {
    const said: Diagnostic[] = [];
    let text = '';
    for await (const { chunk } of writeTable(hostileTable(), 'tmx', {}, (one) => said.push(one)))
      text += String(chunk);
    expect(said).toEqual([{ code: 'characters-replaced', count: 5 }]);
    expect((await textsOf('m.tmx', text)).links[0]).toBe(
      `]]><x y='1'>&amp;\ufffd\ufffd\ufffd\r\u2028\ufffd-->\t"\\n = <!-- & --> \\ "q"\u{1f600}`,
    );
  });

  test('has a date and an author only if they are given', async () => {
    expect(await tableText(exchangeTable(), 'tmx')).not.toContain('creationdate');
    const options = { date: '20261129T101500Z', author: 'Ana "A"' };
    expect(await tableText(exchangeTable(), 'tmx', options)).toContain(
      '<tu tuid="1" creationdate="20261129T101500Z" creationid="Ana &quot;A&quot;">',
    );
  });

  const jar = '/usr/share/omegat/OmegaT.jar';
  test.skipIf(lacks('/usr/bin/xmllint', jar, '/usr/bin/unzip'))(
    'is valid by the DTD that OmegaT has (xmllint)',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'tmx-'));
      writeFileSync(join(folder, 'tmx14.dtd'), unzipped(jar, 'schemas/tmx14.dtd'));
      for (const table of [exchangeTable(), threeTexts(), hostileTable()]) {
        const text = await tableText(table, 'tmx', { date: '20261129T101500Z', author: 'a' });
        writeFileSync(join(folder, 'm.tmx'), text);
        output('xmllint', ['--noout', '--nonet', '--valid', join(folder, 'm.tmx')]);
      }
    },
  );

  test.skipIf(lacks('/usr/bin/java', jar))(
    'is the memory that OmegaT translates a text by',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'omegat-'));
      for (const name of ['source', 'target', 'omegat', 'tm', 'glossary', 'dictionary'])
        mkdirSync(join(folder, name));
      const folders = ['source', 'target', 'tm', 'glossary', 'dictionary'];
      const places = folders.map((name) => `<${name}_dir>__DEFAULT__</${name}_dir>`).join('');
      writeFileSync(
        join(folder, 'omegat.project'),
        `<omegat><project version="1.0">${places}<source_lang>EN</source_lang><target_lang>AR</target_lang><sentence_seg>true</sentence_seg><support_default_translations>true</support_default_translations></project></omegat>`,
      );
      const memory = await tableText(exchangeTable(), 'tmx');
      writeFileSync(join(folder, 'omegat', 'project_save.tmx'), memory);
      writeFileSync(join(folder, 'source', 'a.txt'), 'Fish & <b>chips</b> cost "3".\nWrong.\n');
      const home = `-Duser.home=${folder}`;
      const args = ['-Djava.awt.headless=true', home, '-jar', jar, folder];
      output('java', [...args, '--mode=console-translate']);
      const translated = readFileSync(join(folder, 'target', 'a.txt'), 'utf8');
      // What was rejected is not in the memory.
      expect(translated).toBe('سمك & بطاطا.\nWrong.\n');
    },
  );

  test.skipIf(lacks('/usr/bin/po2tmx'))('has the same pairs for translate-toolkit', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tmx-'));
    writeFileSync(join(folder, 'm.tmx'), await tableText(exchangeTable(), 'tmx'));
    const script = `import sys
from translate.storage import factory
for unit in factory.getobject(sys.argv[1]).units: print(str(unit.source) + ' = ' + str(unit.target))`;
    expect(output('/usr/bin/python3', ['-c', script, join(folder, 'm.tmx')])).toBe(
      `${exchangePairs.join('\n')}\n`,
    );
  });
});
