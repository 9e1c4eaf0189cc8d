import { describe, expect, test } from 'vitest';
import { readSource } from '../../../../src/read/read-source.js';
import { chapter, container, packageOf, type BookItem } from './make-book.js';
import { makeZip, type ZipFault } from './make-zip.js';

type Files = Readonly<Record<string, string | Uint8Array>>;

const book = (items: readonly BookItem[], files: Files, metadata = ''): Uint8Array =>
  makeZip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': container,
    'OEBPS/content.opf': packageOf(items, metadata),
    ...files,
  });

async function blocksOf(bytes: Uint8Array): Promise<string[]> {
  const [source] = (await readSource('book.epub', bytes)).sources;
  if (!source) return [];
  return source.blocks.map(({ start, end, heading, kind, locator, noise }) => {
    const marks = [heading > 0 ? `h${heading}` : '', kind ?? '', noise ?? ''].filter(Boolean);
    const href = locator?.kind === 'href' ? locator.href : '';
    return [href, source.text.slice(start, end), ...marks].join(' | ');
  });
}

describe('a book in EPUB', () => {
  test('with a chapter longer than any page of HTML may be is refused by the name of the chapter', async () => {
    const long = `<p>${'A sentence. '.repeat(1_800_000)}</p>`;
    const bytes = book([{ href: 'a.xhtml' }], { 'OEBPS/a.xhtml': chapter(long) });
    await expect(blocksOf(bytes)).rejects.toThrow(
      'book.epub:OEBPS/a.xhtml: larger than 20971520 bytes',
    );
  });

  test('is its chapters in reading order, without its list of contents', async () => {
    const bytes = book(
      [
        { href: 'nav.xhtml', item: 'properties="nav"' },
        { href: 'notes.xhtml', itemref: 'linear="no"' },
        { href: 'b.xhtml' },
        { href: 'a.xhtml' },
        { href: 'style.css', type: 'text/css', itemref: null },
      ],
      {
        'OEBPS/a.xhtml': chapter('<h1 id="two">Second</h1><p>Later.</p>'),
        'OEBPS/b.xhtml': chapter('<section id="one"><h1>First</h1><p>Earlier.<p/></p></section>'),
        'OEBPS/nav.xhtml': chapter('<nav><ol><li><a href="b.xhtml">First</a></li></ol></nav>'),
        'OEBPS/notes.xhtml': chapter('<aside epub:type="footnote" id="n1"><p>A note.</p></aside>'),
      },
    );
    expect(await blocksOf(bytes)).toEqual([
      'b.xhtml#one | First | h1',
      'b.xhtml | Earlier.',
      'a.xhtml#two | Second | h1',
      'a.xhtml | Later.',
      'notes.xhtml#n1 | A note. | footnote',
    ]);
  });

  test('may name its files in any way that leads to them', async () => {
    const bytes = book(
      [{ href: '../text/ch%201.xhtml' }, { href: './100%.xhtml#start' }, { href: 'k%C3%A4.xhtml' }],
      {
        'text/ch 1.xhtml': chapter('<p>One.</p>'),
        'OEBPS/100%.xhtml': chapter('<p>Two.</p>'),
        'OEBPS/kä.xhtml': chapter('<p>Three.</p>'),
      },
    );
    expect((await blocksOf(bytes)).map((block) => block.split(' | ')[1])).toEqual([
      'One.',
      'Two.',
      'Three.',
    ]);
  });

  test('has no marks of notes in its sentences, and hidden notes are text', async () => {
    const bytes = book([{ href: 'a.xhtml' }], {
      'OEBPS/a.xhtml': chapter(
        '<p>So it was.<a epub:type="noteref" href="#n">1</a> And <span epub:type="pagebreak" id="p2">2</span>so on.</p>' +
          '<aside epub:type="footnote" id="n" hidden="hidden"><p>It was not.</p></aside>',
      ),
    });
    expect(await blocksOf(bytes)).toEqual([
      'a.xhtml | So it was. And so on.',
      'a.xhtml | 2 | boilerplate',
      'a.xhtml#n | It was not. | footnote',
    ]);
  });

  test('is in the languages that it is written in, not in those that it names', async () => {
    const items = [{ href: 'a.xhtml' }];
    const bytes = book(
      items,
      { 'OEBPS/a.xhtml': chapter('<p>Hej.</p>') },
      '<dc:language>en</dc:language>',
    );
    expect((await readSource('b', bytes)).sources[0]?.language).toBeUndefined();
  });

  test('takes the text that stands in for a picture, and passes over pictures', async () => {
    const bytes = book(
      [
        { href: 'cover.svg', type: 'image/svg+xml', item: 'fallback="i1"' },
        { href: 'cover.xhtml', itemref: null },
        { href: 'map.jpg', type: 'image/jpeg' },
      ],
      {
        'OEBPS/cover.xhtml': chapter('<p>The title.</p>'),
        'OEBPS/cover.svg': '<svg/>',
        'OEBPS/map.jpg': 'x',
      },
    );
    expect(await blocksOf(bytes)).toEqual(['cover.xhtml | The title.']);
  });
});

const encrypted = (algorithm: string): string =>
  `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="${algorithm}"/><CipherData><CipherReference URI="OEBPS/a.xhtml"/></CipherData></EncryptedData></encryption>`;

test('a book with scrambled fonts is read', async () => {
  const bytes = book([{ href: 'a.xhtml' }], {
    'OEBPS/a.xhtml': chapter('<p>One.</p>'),
    'META-INF/encryption.xml': encrypted('http://www.idpf.org/2008/embedding'),
  });
  expect(await blocksOf(bytes)).toEqual(['a.xhtml | One.']);
});

describe('a book that can not be read whole is refused with the place and the reason', () => {
  const good: Files = {
    'META-INF/container.xml': container,
    'OEBPS/content.opf': packageOf([{ href: 'a.xhtml' }]),
    'OEBPS/a.xhtml': chapter('<p>One.</p>'),
  };
  const without = (path: string): Files =>
    Object.fromEntries(Object.entries(good).filter(([name]) => name !== path));
  const opf = (items: readonly BookItem[]): Files => ({
    ...good,
    'OEBPS/content.opf': packageOf(items),
  });
  const cases: [string, Files, RegExp, Record<string, ZipFault>?][] = [
    [
      'no container',
      without('META-INF/container.xml'),
      /there is no META-INF\/container.xml in it/,
    ],
    ['no package', without('OEBPS/content.opf'), /there is no OEBPS\/content.opf in it/],
    ['a chapter missing', without('OEBPS/a.xhtml'), /lists a.xhtml, which is not in it/],
    [
      'a container that names nothing',
      { ...good, 'META-INF/container.xml': '<container/>' },
      /names no package/,
    ],
    [
      'a place for no item',
      { ...good, 'OEBPS/content.opf': '<package><spine><itemref idref="x"/></spine></package>' },
      /names x, which the package does not list/,
    ],
    [
      'a path out of it',
      opf([{ href: '../../a.xhtml' }]),
      /lists ..\/..\/a.xhtml, which is outside/,
    ],
    [
      'a chapter of another kind',
      opf([{ href: 'a.pdf', type: 'application/pdf' }]),
      /a.pdf in its reading order is application\/pdf/,
    ],
    [
      'fallbacks in a circle',
      opf([{ href: 'a.svg', type: 'image/svg+xml', item: 'fallback="i0"' }]),
      /circle/,
    ],
    [
      'copy protection',
      {
        ...good,
        'META-INF/encryption.xml': encrypted('http://www.w3.org/2001/04/xmlenc#aes128-cbc'),
      },
      /encrypted \(copy protection\)/,
    ],
    [
      'XML cut off',
      { ...good, 'OEBPS/content.opf': '<package><spine>' },
      /OEBPS\/content.opf:1:\d+: not XML/,
    ],
    [
      'entities of its own',
      { ...good, 'OEBPS/content.opf': '<!DOCTYPE p [<!ENTITY a "b">]><p/>' },
      /content.opf:1:\d+: .*DOCTYPE/,
    ],
    [
      'chapters nested too deeply',
      { ...good, 'OEBPS/a.xhtml': chapter('<div>'.repeat(2000)) },
      /book.epub:OEBPS\/a.xhtml: .*1000 deep/,
    ],
    [
      'damage',
      good,
      /OEBPS\/a.xhtml in it is damaged \(wrong checksum\)/,
      { 'OEBPS/a.xhtml': { crc: 1 } },
    ],
  ];
  test.each(cases)('%s', async (_, files, message, faults) => {
    await expect(readSource('book.epub', makeZip(files, faults))).rejects.toMatchObject({
      code: 'unreadable-document',
      exitCode: 65,
      message: expect.stringMatching(message) as unknown,
    });
  });

  test('an archive that is cut off', async () => {
    const bytes = makeZip(good);
    await expect(
      readSource('book.epub', bytes.subarray(0, bytes.length - 30)),
    ).rejects.toMatchObject({
      code: 'unreadable-document',
    });
  });

  test('more text than a book has', async () => {
    const bytes = makeZip({ ...good, 'OEBPS/a.xhtml': Buffer.alloc(65 << 20, ' ') });
    await expect(readSource('book.epub', bytes)).rejects.toMatchObject({
      code: 'unreadable-document',
      exitCode: 65,
    });
  });

  test('a book of pictures', async () => {
    const bytes = makeZip({ ...good, 'OEBPS/a.xhtml': chapter('<img src="1.jpg"/>') });
    await expect(readSource('book.epub', bytes)).rejects.toMatchObject({ code: 'empty-source' });
  });
});
