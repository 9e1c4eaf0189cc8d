import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tableText } from '../../../src/write/write-table.js';
import { textsOf } from '../../read/tables/texts-of.js';
import { makeSource, makeTable } from '../table-fixture.js';
import { exchangePairs, exchangeTable, hostileTable } from './exchange-table.js';
import { lacks, output } from './programs.js';
import { written } from './written.js';

describe('XLIFF 2.1', () => {
  test('is a unit for each row, with its state by decision, and notes', async () => {
    const text = await tableText(exchangeTable(), 'xliff');
    expect(text).toContain(
      `<unit id="2">
<notes>
<note category="note">Joined -- "well" &lt;done&gt;</note>
<note category="method">parallel</note>
<note category="confidence">0.9000</note>
<note category="checks">number:2≠∅</note>
<note category="source">en.txt, sentences 3-4, offsets 41-52</note>
<note category="target">ar.txt, sentences 2, offsets 5-18</note>
</notes>
<segment state="reviewed" subState="paralign:accepted">
<source>Two.
Three.</source>
<target>اثنان وثلاثة.</target>
</segment>
</unit>
`,
    );
    expect(text.match(/<segment[^>]*>/g)).toEqual([
      '<segment state="final" subState="paralign:edited">',
      '<segment state="initial">',
      '<segment state="reviewed" subState="paralign:accepted">',
      '<segment state="initial">',
      '<segment state="translated">',
      '<segment state="initial">',
    ]);
  });

  test('read back has the same pairs, and the sentences without a partner', async () => {
    const { files, said } = await written(exchangeTable(), 'xliff');
    expect(said).toEqual([{ code: 'rejected-unaligned', count: 1 }]);
    const read = await textsOf('m.xlf', files[''] ?? '');
    expect([read.links, read.languages]).toEqual([exchangePairs, ['en', 'ar']]);
    expect(read.texts['m.xlf:en']).toEqual(
      expect.arrayContaining(['Share this', 'Wrong.', 'Alone.']),
    );
    expect(read.texts['m.xlf:ar']).toContain('خطأ.');
  });

  test('keeps texts that look like markup', async () => {
    const { files, said } = await written(hostileTable(), 'xliff');
    expect(said).toEqual([{ code: 'characters-replaced', count: 5 }]);
    expect((await textsOf('m.xlf', files[''] ?? '')).links[0]).toBe(
      `]]><x y='1'>&amp;\ufffd\ufffd\ufffd\r\u2028\ufffd-->\t"\\n = <!-- & --> \\ "q"\u{1f600}`,
    );
  });

  // Debian: php-symfony-translation has the core schema, of 2.0; 2.1 did not change it.
  const schemas = '/usr/share/php/Symfony/Component/Translation/Resources/schemas';
  const schema = `${schemas}/xliff-core-2.0.xsd`;
  test.skipIf(lacks('/usr/bin/xmllint', schema))('is valid by the schema (xmllint)', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'xliff-'));
    // Its schema of XML's own attributes is not where it looks for it.
    const own = readFileSync(schema, 'utf8').replace(
      /schemaLocation="[^"]*xml\.xsd"/,
      `schemaLocation="${schemas}/xml.xsd"`,
    );
    writeFileSync(join(folder, 'core.xsd'), own);
    const empty = makeTable([makeSource('a', 'en', []), makeSource('b', 'es', [])], []);
    for (const table of [exchangeTable(), hostileTable(), empty]) {
      const file = join(folder, 'm.xlf');
      writeFileSync(file, await tableText(table, 'xliff'));
      output('xmllint', ['--noout', '--nonet', '--schema', join(folder, 'core.xsd'), file]);
    }
  });
});
