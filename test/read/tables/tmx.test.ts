import { describe, expect, test } from 'vitest';
import { readSource } from '../../../src/read/read-source.js';
import { textsOf } from './texts-of.js';

const tmx = (body: string, header = 'srclang="en"'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence"
 o-tmf="t" adminlang="en" ${header} datatype="plaintext"><note>No text.</note></header>
<body>${body}</body></tmx>`;
const tuv = (language: string, text: string): string =>
  `<tuv xml:lang="${language}"><prop type="p">No text.</prop><seg>${text}</seg></tuv>`;
const tu = (...variants: readonly string[]): string => `<tu>${variants.join('')}</tu>`;

describe('a translation memory in TMX', () => {
  test('is a text in each language, whose blocks are linked', async () => {
    const content = tmx(
      `<tu tuid="greeting"><note>No text.</note>${tuv('en', 'Hello.')}${tuv('es', 'Hola.')}</tu>` +
        tu(tuv('en', 'Bye.'), tuv('es', 'Adiós.')),
    );
    expect(await textsOf('m.tmx', content)).toMatchObject({
      format: 'tmx',
      languages: ['en', 'es'],
      texts: { 'm.tmx:en': ['Hello.', 'Bye.'], 'm.tmx:es': ['Hola.', 'Adiós.'] },
      links: ['Hello. = Hola.', 'Bye. = Adiós.'],
      places: [
        ['greeting', '2'],
        ['greeting', '2'],
      ],
    });
    const { sources } = await readSource('m', new TextEncoder().encode(content));
    expect(sources[0]?.text).toBe('Hello.\nBye.');
  });

  test('has the text that was translated from first, by its header', async () => {
    const units = tu(tuv('es', 'Hola.'), tuv('en-US', 'Hello.'));
    const order = async (header: string) => (await textsOf('m.tmx', tmx(units, header))).languages;
    expect(await order('srclang="EN-us"')).toEqual(['en-US', 'es']);
    expect(await order('srclang="*all*"')).toEqual(['es', 'en-US']);
    expect(await order('srclang="de"')).toEqual(['es', 'en-US']);
  });

  test.each([
    ['xml:lang="EN-US"', 'en-US', 'en-US'],
    ['lang="en_us"', 'en-US', 'en-US'],
    ['Lang="English"', 'en', 'en'],
    ['xml:lang="zh_hant_TW"', 'zh-Hant-TW', 'zh-Hant-TW'],
    ['xml:lang="sr_RS@latin"', 'sr-Latn-RS', 'sr-Latn-RS'],
    ['xml:lang="de_XYZ_1"', 'de_XYZ_1', 'de'],
    ['xml:lang="x-secret"', 'x-secret', null],
    ['', 'und', null],
  ])('understands %s', async (attribute, part, language) => {
    const read = await textsOf(
      'm.tmx',
      tmx(`<tu><tuv ${attribute}><seg>Hello.</seg></tuv>${tuv('fr', 'Salut.')}</tu>`, ''),
    );
    expect(Object.keys(read.texts)[0]).toBe(`m.tmx:${part}`);
    expect(read.languages).toEqual([language, 'fr']);
  });

  test('keeps what markers hold, and drops codes but for texts inside them', async () => {
    const segment =
      'Click <bpt i="1">&lt;a title="<sub>Our <hi>shop</hi></sub>"></bpt><hi type="b">here</hi>' +
      '<ept i="1">&lt;/a></ept><ph x="1">&lt;br></ph>, <it pos="begin">&lt;b></it><![CDATA[now & <then>]]><ut>\\x</ut>.' +
      '<ph type="lb">\\n</ph>Next';
    const { texts } = await textsOf('m.tmx', tmx(tu(tuv('en', segment))));
    expect(texts['m.tmx']).toEqual(['Click Our shop here, now & <then>.\nNext']);
  });

  test('links all languages of a unit, whichever are there', async () => {
    const units = [
      tu(tuv('en', 'One'), tuv('fr', 'Un'), tuv('de', 'Eins')),
      tu(tuv('de', 'Zwei'), tuv('fr', 'Deux')),
      tu(tuv('en', 'Three'), tuv('de', 'Drei')),
      tu(tuv('fr', 'Quatre')),
    ].join('');
    const { texts, links } = await textsOf('m.tmx', tmx(units));
    expect(texts).toEqual({
      'm.tmx:en': ['One', 'Three'],
      'm.tmx:fr': ['Un', 'Deux', 'Quatre'],
      'm.tmx:de': ['Eins', 'Zwei', 'Drei'],
    });
    expect(links).toEqual(['One = Un', 'One = Eins', 'Three = Drei', 'Un = Eins', 'Deux = Zwei']);
  });

  test('links the texts of many languages with the first of each unit only', async () => {
    const all = ['en', 'fr', 'de', 'es', 'it'].map((language) => tuv(language, language));
    const { links } = await textsOf('m.tmx', tmx(tu(...all) + tu(...all.slice(2))));
    expect(links.toSorted()).toEqual([
      'de = es',
      'de = it',
      'en = de',
      'en = es',
      'en = fr',
      'en = it',
    ]);
  });

  test('takes the languages that columns name, in their order', async () => {
    const content = tmx(tu(tuv('en-GB', 'One'), tuv('fr', 'Un'), tuv('de', 'Eins')));
    const { texts, links } = await textsOf('m.tmx', content, { columns: ['DE', 'en'] });
    expect(texts).toEqual({ 'm.tmx:de': ['Eins'], 'm.tmx:en-GB': ['One'] });
    expect(links).toEqual(['Eins = One']);
    expect((await textsOf('m.tmx', content, { columns: ['2', '3'] })).links).toEqual(['Un = Eins']);
    expect((await textsOf('m.tmx', content, { rows: 'text' })).links).toEqual([]);
    await expect(textsOf('m.tmx', content, { columns: ['en', 'es'] })).rejects.toMatchObject({
      code: 'unclear-columns',
      message: 'm.tmx: has no text in "es": its texts are en-GB, fr, de',
    });
  });

  test('keeps alternatives of a language apart: no pair is two wordings against one', async () => {
    const { texts, links, notices } = await textsOf(
      'm.tmx',
      tmx(
        tu(
          tuv('en', 'Hi.'),
          tuv('es', 'Hola.'),
          tuv('es', 'Buenas.'),
          tuv('en', 'Hey.'),
          tuv('es', 'Ey.'),
        ),
      ),
    );
    expect(texts).toEqual({ 'm.tmx:en': ['Hi.', 'Hey.'], 'm.tmx:es': ['Hola.', 'Buenas.', 'Ey.'] });
    expect(links).toEqual(['Hi. = Hola.', 'Hey. = Buenas.']);
    expect(notices).toEqual(['1 more wording of a unit is left without a partner']);
  });

  test('has a text without a partner where a segment is empty or missing', async () => {
    const { texts, links } = await textsOf(
      'm.tmx',
      tmx(
        tu(tuv('en', 'One'), '<tuv xml:lang="es"/>') +
          tu(tuv('en', 'Two'), tuv('es', ' ')) +
          tu(tuv('en', 'Three'), tuv('es', 'Tres')),
      ),
    );
    expect(texts).toEqual({ 'm.tmx:en': ['One', 'Two', 'Three'], 'm.tmx:es': ['Tres'] });
    expect(links).toEqual(['Three = Tres']);
  });

  test.each(['utf16le', 'latin1'] as const)('is read in %s', async (encoding) => {
    const declared = encoding === 'latin1' ? 'ISO-8859-1' : 'UTF-16';
    const content = tmx(tu(tuv('en', 'Hello.'), tuv('es', 'Adiós.'))).replace('UTF-8', declared);
    const mark = encoding === 'latin1' ? '' : '\ufeff';
    const { texts } = await textsOf('memory', Buffer.from(mark + content, encoding));
    expect(texts['memory:es']).toEqual(['Adiós.']);
  });

  test.each([
    ['<tmx><body><tu></body></tmx>', /^m\.tmx:1:22: not XML that can be read: /],
    ['<tmx><body><tu><tuv xml:lang="en"><seg>Hello', /^m\.tmx:1:\d+: not XML that can be read: /],
    [
      '<tmx><body><tu><tuv xml:lang="en"><seg>&nbsp;',
      /^m\.tmx:1:45: not XML that can be read: undefined entity/,
    ],
    ['<!DOCTYPE tmx [<!ENTITY a "b">]><tmx/>', /^m\.tmx:1:\d+: .*DOCTYPE declares/],
    ['<book/>', /^m\.tmx: not TMX: its root element is <book>$/],
  ])('%s is refused with its place', async (content, message) => {
    await expect(textsOf('m.tmx', content, { from: 'tmx' })).rejects.toMatchObject({
      code: 'unreadable-document',
      exitCode: 65,
      message: expect.stringMatching(message) as string,
    });
  });

  test('without any text says so', async () => {
    await expect(textsOf('m.tmx', tmx(''))).rejects.toMatchObject({ code: 'empty-source' });
  });
});

describe('a memory that paralign wrote', () => {
  const variant = (language: string, source: string, text: string) =>
    `<tuv xml:lang="${language}"><prop type="x-source">${source}</prop><seg>${text}</seg></tuv>`;

  test('may hold two texts in one language, which are not two wordings of one', async () => {
    const unit = (a: string, b: string) =>
      `<tu>${variant('en', 'old.txt', a)}${variant('en', 'new.txt', b)}</tu>`;
    const memory = `<tmx version="1.4"><header srclang="en"/><body>${unit('One.', 'First.')}${unit('Two.', 'Second.')}</body></tmx>`;
    const { sources, links } = await readSource('m.tmx', new TextEncoder().encode(memory));
    expect(sources.map(({ name, language }) => [name, language])).toEqual([
      ['m.tmx:en', 'en'],
      ['m.tmx:en#2', 'en'],
    ]);
    expect(links?.[0]?.links).toHaveLength(2);
    expect(sources[0]?.notices).toBeUndefined();
  });
});
