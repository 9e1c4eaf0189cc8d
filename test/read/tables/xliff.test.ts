import { describe, expect, test } from 'vitest';
import { textsOf } from './texts-of.js';

const file = (units: string, attributes = 'source-language="en" target-language="es"'): string =>
  `<file original="C:\\docs\\a.txt" ${attributes} datatype="plaintext">
    <header><skl><internal-file>No text.</internal-file></skl><note>No text.</note></header>
    <body>${units}</body></file>`;
const xliff1 = (...files: readonly string[]): string =>
  `<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"
    xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0">${files.join('')}</xliff>`;
const unit = (id: string, content: string, attributes = ''): string =>
  `<trans-unit id="${id}" ${attributes}>${content}</trans-unit>`;
const pair = (source: string, target: string): string =>
  `<source>${source}</source><target>${target}</target>`;
const seg = (id: string, text: string): string => `<mrk mtype="seg" mid="${id}">${text}</mrk>`;

const xliff2 = (units: string): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"
    version="2.1" srcLang="en-us" trgLang="fr"><file id="f1"><notes><note>No text.</note></notes>${units}</file></xliff>`;

describe('XLIFF 1.2', () => {
  test('is the text of the source and that of the target, linked unit by unit', async () => {
    const content = xliff1(
      file(
        unit(
          '1',
          `${pair('Hello.', 'Hola.')}<note>No text.</note><alt-trans>${pair('No', 'text')}</alt-trans>`,
        ) +
          `<group id="g"><group>${unit('2', pair('Bye.', 'Adiós.'), 'translate="no"')}</group></group>`,
      ),
    );
    expect(await textsOf('a.xlf', content)).toMatchObject({
      format: 'xliff',
      languages: ['en', 'es'],
      texts: { 'a.xlf:en': ['Hello.', 'Bye.'], 'a.xlf:es': ['Hola.', 'Adiós.'] },
      links: ['Hello. = Hola.', 'Bye. = Adiós.'],
      places: [
        ['a.txt/1', 'a.txt/2'],
        ['a.txt/1', 'a.txt/2'],
      ],
    });
  });

  test('has what is not translated in the source text only', async () => {
    const units =
      unit('1', '<source>One</source>') +
      unit('2', pair('Two', '')) +
      unit('3', '<source>Three</source><target/>') +
      unit('4', pair('<x id="1"/>', '<x id="1"/>'));
    const { texts, links } = await textsOf('a.xlf', xliff1(file(units)));
    expect(texts).toEqual({ 'a.xlf': ['One', 'Two', 'Three'] });
    expect(links).toEqual([]);
  });

  test('does not link what it says is no translation', async () => {
    const units = unit('1', '<source>One</source><target state="needs-translation">Dos</target>');
    const { texts, links, notices } = await textsOf('a.xlf', xliff1(file(units)));
    expect(texts['a.xlf:es']).toEqual(['Dos']);
    expect(links).toEqual([]);
    expect(notices).toHaveLength(1);
  });

  test('goes by segments, whatever their order and wherever codes begin', async () => {
    const units = unit(
      'u',
      `<source>All of it.</source>
       <seg-source><g id="1">${seg('1', 'One.')} ${seg('2', 'T<g id="2">w</g>o.')}</g> ${seg('3', 'Three.')}</seg-source>
       <target>${seg('2', 'Dos.')} <g id="1">${seg('1', 'Uno.')}</g> ${seg('3', '')}</target>
       <sdl:seg-defs><sdl:seg id="1"/><source>No text.</source></sdl:seg-defs>`,
    );
    const { texts, links, places } = await textsOf('a.sdlxliff', xliff1(file(units)));
    expect(texts).toEqual({
      'a.sdlxliff:en': ['One.', 'Two.', 'Three.'],
      'a.sdlxliff:es': ['Dos.', 'Uno.'],
    });
    expect(links).toEqual(['One. = Uno.', 'Two. = Dos.']);
    expect(places[0]).toEqual(['a.txt/u/1', 'a.txt/u/2', 'a.txt/u/3']);
  });

  test('links all segments of a unit with a target that has none', async () => {
    const units = unit(
      'u',
      `<source>x</source><seg-source>${seg('1', 'One.')} ${seg('2', 'Two.')}</seg-source><target>Uno, dos.</target>`,
    );
    expect((await textsOf('a.xlf', xliff1(file(units)))).links).toEqual([
      'One. + Two. = Uno, dos.',
    ]);
  });

  test('loses no text outside of segments', async () => {
    const units = unit(
      'u',
      `<source>x</source><seg-source>${seg('1', 'One.')} Left.</seg-source><target>${seg('1', 'Uno.')} Olvidado.</target>`,
    );
    expect((await textsOf('a.xlf', xliff1(file(units)))).links).toEqual([
      'One. = Uno.',
      'Left. = Olvidado.',
    ]);
  });

  test('drops codes and keeps what markers hold', async () => {
    const source =
      'A <g id="1">bold <mrk mtype="term">word</mrk></g>, <bpt id="2">&lt;a title="<sub>tip</sub>"></bpt>link<ept id="2">&lt;/a></ept>' +
      '<ph id="3">&lt;img></ph><it id="4" pos="open">&lt;i></it><bx id="5"/>.<ex id="5"/><x id="6" ctype="lb"/>Next';
    const { texts } = await textsOf('a.xlf', xliff1(file(unit('1', `<source>${source}</source>`))));
    expect(texts['a.xlf']).toEqual(['A bold word, tip link.\nNext']);
  });

  test('takes line breaks for layout unless white space is kept', async () => {
    const source = '<source>\n  One\n  two  three.\n</source>';
    const { texts } = await textsOf(
      'a.xlf',
      xliff1(file(unit('1', source) + unit('2', source, 'xml:space="preserve"'))),
    );
    expect(texts['a.xlf']).toEqual(['One two  three.', 'One\n  two  three.']);
  });

  test('has several files, each in its own languages', async () => {
    const { texts, places } = await textsOf(
      'a.xlf',
      xliff1(
        file(unit('1', pair('Hello.', 'Hola.'))),
        file(
          unit('1', pair('Bye.', '<mrk mtype="x">Salut.</mrk>')),
          'source-language="en" target-language="fr"',
        ),
      ).replace(/a\.txt(?=" source-language="en" target-language="fr")/, 'b.txt'),
    );
    expect(texts).toEqual({
      'a.xlf:en': ['Hello.', 'Bye.'],
      'a.xlf:es': ['Hola.'],
      'a.xlf:fr': ['Salut.'],
    });
    expect(places[0]).toEqual(['a.txt/1', 'b.txt/1']);
  });

  test('needs no languages', async () => {
    const read = await textsOf('a.xlf', xliff1(file(unit('1', pair('Hello.', 'Hola.')), '')));
    expect(read.texts).toEqual({ 'a.xlf:source': ['Hello.'], 'a.xlf:target': ['Hola.'] });
    expect(read.languages).toEqual([null, null]);
  });
});

describe('XLIFF 2', () => {
  test('is read by segments, and what stands between them', async () => {
    const content = xliff2(
      `<group id="g"><unit id="u1"><originalData><data id="d">No text.</data></originalData>
        <mtc:matches><mtc:match ref="#s"><source>No</source><target>text</target></mtc:match></mtc:matches>
        <segment id="s1" state="final">${pair('One <pc id="1">two</pc>.', 'Un <pc id="1">deux</pc>.')}</segment>
        <ignorable><source> </source></ignorable>
        <ignorable><source>(!)</source><target>( !)</target></ignorable>
        <segment><source>A<ph id="2" type="fmt" subType="xlf:lb"/>B<sc id="3"/><cp hex="001A"/><ec startRef="3"/>
          <mrk id="m" type="term">C</mrk><sm id="n"/>D<em startRef="n"/></source></segment></unit></group>`,
    );
    expect(await textsOf('a', content)).toMatchObject({
      format: 'xliff',
      languages: ['en-US', 'fr'],
      texts: { 'a:en-US': ['One two.', '(!)', 'A\nB CD'], 'a:fr': ['Un deux.', '( !)'] },
      links: ['One two. = Un deux.', '(!) = ( !)'],
      places: [
        ['f1/u1/s1', 'f1/u1/3', 'f1/u1/4'],
        ['f1/u1/s1', 'f1/u1/3'],
      ],
    });
  });

  test('has the targets of a unit in their own order', async () => {
    const segment = (source: string, target: string, order: number): string =>
      `<segment><source>${source}</source><target order="${order}">${target}</target></segment>`;
    const content = xliff2(
      `<unit id="u">${segment('One', 'Un', 3)}${segment('Two', 'Deux', 1)}${segment('Three', 'Trois', 2)}</unit>`,
    );
    const { texts, links } = await textsOf('a.xlf', content);
    expect(texts['a.xlf:fr']).toEqual(['Deux', 'Trois', 'Un']);
    expect(links.toSorted()).toEqual(['One = Un', 'Three = Trois', 'Two = Deux']);
  });
});

test.each([
  ['<xliff version="3.0"><file/></xliff>', /^a\.xlf: XLIFF of version "3\.0"/],
  ['<tmx version="1.4"/>', /^a\.xlf: not XLIFF: its root element is <tmx>/],
  ['<xliff version="1.2"><file><body>', /^a\.xlf:1:\d+: not XML/],
])('%s is refused', async (content, message) => {
  await expect(textsOf('a.xlf', content, { from: 'xliff' })).rejects.toMatchObject({
    code: 'unreadable-document',
    message: expect.stringMatching(message) as string,
  });
});
