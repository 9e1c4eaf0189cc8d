import { describe, expect, test } from 'vitest';
import { readSource } from '../../../../src/read/read-source.js';
import { textsOf } from '../../tables/texts-of.js';

const tei = (body: string, attributes = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" ${attributes}>
  <teiHeader><fileDesc><titleStmt><title>No text.</title></titleStmt></fileDesc></teiHeader>
  <facsimile><graphic url="a.png"/></facsimile>
  <text><body>${body}</body></text>
</TEI>`;

async function blocksOf(body: string): Promise<readonly string[]> {
  return (await textsOf('a.xml', tei(body))).texts['a.xml'] ?? [];
}

/** Each block with what it is. */
async function kindsOf(content: string): Promise<readonly (readonly unknown[])[]> {
  const { sources } = await readSource('a.xml', new TextEncoder().encode(content));
  return sources.flatMap(({ text, blocks }) =>
    blocks.map(({ start, end, heading, kind, segmented }) => [
      text.slice(start, end),
      ...(heading > 0 ? [heading] : []),
      ...(kind ? [kind] : []),
      ...(segmented ? ['sentence'] : []),
    ]),
  );
}

describe('a text in TEI', () => {
  test('is its headings, paragraphs, lists, tables and notes, without the header', async () => {
    const content = tei(`
      <div><head>One</head>
        <p xml:id="p1">A <hi rend="bold">bold</hi> word<note n="1">A <hi>note</hi>.</note>
           goes on<note><p>First.</p><p>Second.</p></note>.</p>
        <div><head>One and a half</head>
          <list><head>Things</head><item>a thing</item><item><p>another</p></item></list>
          <table><head>Numbers</head><row><cell>one</cell><cell>two</cell></row></table>
          <figure><head>A picture</head><figDesc>No text.</figDesc><graphic url="x"/></figure>
          <quote><p>Said</p></quote><quote>Spoken</quote>
          <p>He wrote: <quote>in line</quote>.</p>
          <note>By itself</note>
        </div></div>`);
    expect(await kindsOf(content)).toEqual([
      ['One', 1],
      ['A bold word goes on.'],
      ['A note.', 'footnote'],
      ['First.', 'footnote'],
      ['Second.', 'footnote'],
      ['One and a half', 2],
      ['Things'],
      ['a thing', 'list-item'],
      ['another', 'list-item'],
      ['Numbers', 'caption'],
      ['one', 'table-cell'],
      ['two', 'table-cell'],
      ['A picture', 'caption'],
      ['Said', 'quotation'],
      ['Spoken', 'quotation'],
      ['He wrote: in line.'],
      ['By itself', 'footnote'],
    ]);
    const { places, format } = await textsOf('a', content);
    expect(format).toBe('tei');
    expect(places[0]?.[1]).toBe('p1');
  });

  test('keeps the lines of verse in their stanza, and a speech with its speaker apart', async () => {
    expect(
      await blocksOf(`<lg type="poem"><head>Song</head>
        <lg><l>The first line</l> <l>goes on.</l></lg><lg><l>Another.</l></lg></lg>
        <sp><speaker>HAM.</speaker><l>To be,</l><l>or not.</l><stage>Exit</stage></sp>
        <l>Alone.</l><l>And again.</l>`),
    ).toEqual([
      'Song',
      'The first line\ngoes on.',
      'Another.',
      'HAM.',
      'To be,\nor not.',
      'Exit',
      'Alone.',
      'And again.',
    ]);
  });

  test('prefers what was meant to what stands in the source', async () => {
    expect(
      await blocksOf(`<p>The <choice><sic>catt</sic><corr>cat</corr></choice>
        <choice><orig>ſits</orig><reg>sits</reg></choice> <choice><abbr>Mr</abbr><expan>Mister</expan></choice>
        <app><rdg wit="#a">on</rdg><lem>upon</lem></app> <app><rdg>a</rdg><rdg>the</rdg></app>
        <subst><del>rug</del><add>mat</add></subst><del>gone</del> <sic>alon</sic>.</p>`),
    ).toEqual(['The cat sits Mister upon a mat alon.']);
  });

  test('goes on over breaks of lines and pages, in a word if they say so', async () => {
    expect(
      await blocksOf(
        '<p>One<lb/>two<pb n="2"/> three, un<lb break="no"/>broken<fw>Page 2</fw>.</p>',
      ),
    ).toEqual(['One two three, unbroken.']);
  });

  test('keeps sentences that are marked', async () => {
    const content = tei(
      '<head><s>Title</s></head><p><s xml:id="s1">One. Two.</s> <s>Three?</s> Rest.</p><p><seg type="S">Four</seg><seg>five</seg></p>',
    );
    expect(await kindsOf(content)).toEqual([
      ['Title', 1, 'sentence'],
      ['One. Two.', 'sentence'],
      ['Three?', 'sentence'],
      ['Rest.'],
      ['Four', 'sentence'],
      ['five'],
    ]);
  });

  test.each([
    ['<w>The</w> <w>cat</w><pc>.</pc>', 'The cat.'],
    ['<w>The</w>\n<w>cat</w>\n<pc>,</pc>\n<pc>(</pc><w>it</w>\n<pc>)</pc>', 'The cat , (it )'],
    [
      '<w>The</w>\n<w>cat</w>\n<pc>,</pc>\n<pc>“</pc>\n<w>it</w>\n<pc>”</pc>\n<pc>.</pc>',
      'The cat, “it”.',
    ],
    ['<w>The</w><w>cat</w><pc>.</pc>', 'The cat.'],
    ['<w>The </w><w>cat</w><pc>.</pc>', 'The cat.'],
    ['<w>The</w><c> </c><w>cat</w><pc>.</pc>', 'The cat.'],
    ['<w>Le</w> <w join="right">l\'</w> <w>eau</w> <pc join="left">!</pc>', "Le l'eau!"],
    ['<w>我</w><w>爱</w><w>你</w><pc>。</pc>', '我爱你。'],
    ['<w>can</w><w>not</w> <w>go</w>', 'cannot go'],
    ['<w>out<lb break="no"/>side</w> <name><w>New</w> <w>York</w></name>', 'outside New York'],
  ])('puts words together: %s', async (words, text) => {
    expect(await blocksOf(`<p><s>${words}</s></p>`)).toEqual([text]);
  });

  test('knows its language, and is a text in each if it is in several', async () => {
    const one = await textsOf(
      'a.xml',
      tei('<p>Hallo <foreign xml:lang="en">world</foreign>.</p>', 'xml:lang="de_DE"'),
    );
    expect(one.languages).toEqual(['de-DE']);
    const corpus = `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><p>No text.</p></teiHeader>
      <TEI xml:lang="en"><text><body><p>One.</p></body></text></TEI>
      <TEI xml:lang="fr"><text><body><p>Un.</p></body></text></TEI>
      <TEI xml:lang="en"><text><front><titlePage><docTitle><titlePart>Two.</titlePart></docTitle></titlePage></front></text></TEI></teiCorpus>`;
    const { texts, languages } = await textsOf('a.xml', corpus);
    expect(texts).toEqual({ 'a.xml:en': ['One.', 'Two.'], 'a.xml:fr': ['Un.'] });
    expect(languages).toEqual(['en', 'fr']);
  });

  test('may be of TEI P4, with the characters of its DTD', async () => {
    const { texts, format } = await textsOf(
      'a.xml',
      '<!DOCTYPE TEI.2 SYSTEM "teixlite.dtd"><TEI.2><teiHeader/><text><body><div1><p>Caf&eacute;&nbsp;&mdash; &amp;&lt; <![CDATA[a<b]]></p></div1></body></text></TEI.2>',
    );
    expect(format).toBe('tei');
    expect(texts['a.xml']).toEqual(['Café\u00a0— &< a<b']);
  });

  test('says that files it includes are not read', async () => {
    const { notices } = await textsOf(
      'a.xml',
      tei('<p>One.</p><include xmlns="http://www.w3.org/2001/XInclude" href="b.xml"/>'),
    );
    expect(notices).toEqual(['the text of a file that it includes is not read']);
  });

  test.each([
    [
      '<TEI><text><p>a</text></TEI>',
      /^a\.xml:1:\d+: not XML that can be read: unexpected close tag/,
    ],
    [
      '<TEI><text><p>&unknown;</p></text></TEI>',
      /^a\.xml:1:\d+: not XML that can be read: undefined entity/,
    ],
    ['<book/>', /^a\.xml: no TEI, but XML of <book>/],
  ])('%s is refused', async (content, message) => {
    await expect(textsOf('a.xml', content, { from: 'tei' })).rejects.toMatchObject({
      code: 'unreadable-document',
      message: expect.stringMatching(message) as string,
    });
  });
});
