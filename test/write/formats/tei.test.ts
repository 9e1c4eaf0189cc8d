import { describe, expect, test } from 'vitest';
import { textsOf } from '../../read/tables/texts-of.js';
import { makeSource, makeTable } from '../table-fixture.js';
import { exchangeTable, hostileTable, threeTexts } from './exchange-table.js';
import { lacks, output } from './programs.js';
import { written } from './written.js';

describe('TEI', () => {
  test('has the links before the texts, whose sentences they name', async () => {
    const { files, said } = await written(exchangeTable(), 'tei');
    const text = files[''] ?? '';
    expect(text).toContain(`<standOff>
<linkGrp type="translation">
<link xml:id="link1" type="1-1" subtype="edited" cert="0.9000" target="#a1 #b1"/>
<link xml:id="link2" type="2-1" subtype="accepted" cert="0.9000" target="#a3 #a4 #b2"/>
</linkGrp>
</standOff>
`);
    expect(text).toContain(
      '<ab type="noise">\n<s xml:id="a2">Share this</s>\n</ab>\n<ab type="paragraph">\n<s xml:id="a3">Two.</s>\n</ab>\n',
    );
    expect(text).toContain('<s xml:id="b1">سمك &amp; بطاطا.</s>');
    expect(said).toEqual([{ code: 'rejected-unaligned', count: 1 }]);
    const ids = new Set(Array.from(text.matchAll(/xml:id="([^"]+)"/g), ([, id]) => id));
    for (const [, target] of text.matchAll(/#([ab]\d+)/g)) expect(ids).toContain(target);
  });

  test('read back has every sentence of every text', async () => {
    const { files } = await written(exchangeTable(), 'tei');
    const read = await textsOf('m.tei', files[''] ?? '');
    expect(Object.values(read.texts)).toEqual([
      ['Fish & <b>chips</b> cost "3".', 'Share this', 'Two.', 'Three.', 'Wrong.', 'Alone.'],
      ['سمك & بطاطا.', 'اثنان وثلاثة.', 'خطأ.'],
    ]);
    expect(read.languages).toEqual(['en', 'ar']);
  });

  test.skipIf(lacks('/usr/bin/xmllint'))('is XML whose ids are unique (xmllint)', async () => {
    const empty = makeTable([makeSource('a', 'en', []), makeSource('b', 'es', [])], []);
    for (const table of [exchangeTable(), hostileTable(), threeTexts(), empty]) {
      const { files } = await written(table, 'tei');
      expect(output('xmllint', ['--noout', '-'], files[''])).toBe('');
    }
  });
});
