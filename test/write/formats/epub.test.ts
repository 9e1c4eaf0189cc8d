import { describe, expect, test } from 'vitest';
import { readSource } from '../../../src/read/read-source.js';
import { makeRow, makeTable } from '../table-fixture.js';
import { bookSource, bookTable } from './book-fixture.js';
import { epubcheck, lacksEpubcheck } from './book-programs.js';
import { writtenBytes } from './written-bytes.js';

/** Two texts of many chapters. */
const longBook = () => {
  const paragraphs = Array.from({ length: 40 }, (_, index) =>
    index % 4 === 0 ? [`# Chapter ${index / 4}`] : [`Paragraph ${index}. `.repeat(200).trim()],
  );
  return makeTable(
    [bookSource('a', 'en', paragraphs), bookSource('b', 'es', paragraphs)],
    paragraphs.map((_, index) => makeRow([[index], [index]])),
  );
};

describe('epub', () => {
  test('begins as EPUB demands: its type, not compressed, at a fixed place', async () => {
    const bytes = await writtenBytes(bookTable(), 'epub');
    expect(bytes.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
  });

  test('has the same bytes for the same table', async () => {
    const [a, b] = [
      await writtenBytes(bookTable(), 'epub'),
      await writtenBytes(bookTable(), 'epub'),
    ];
    expect(a.equals(b)).toBe(true);
  });

  test('is read back with its texts and headings', async () => {
    const { sources } = await readSource('x.epub', await writtenBytes(bookTable(), 'epub'));
    const [source] = sources;
    expect(source?.text).toContain('One. Two. Three.');
    expect(source?.text).toContain('اثنان وثلاثة.');
    expect(source?.blocks.filter(({ heading }) => heading === 1)).toHaveLength(2);
  });

  test('says how much noise it leaves out', async () => {
    const said: unknown[] = [];
    const bytes = await writtenBytes(bookTable(), 'epub', {}, (one) => said.push(one));
    expect(said).toEqual([{ code: 'noise-left-out', count: 1 }]);
    const { sources } = await readSource('x.epub', bytes);
    expect(sources[0]?.text).not.toContain('Share this');
  });

  const empty = () => makeTable([bookSource('a', 'en', []), bookSource('b', 'ar', [])], []);
  test.skipIf(lacksEpubcheck()).each([
    ['a small book', bookTable, 'below'],
    ['a small book side by side', bookTable, 'side'],
    ['a long book', longBook, 'below'],
    ['an empty book', empty, 'below'],
  ] as const)('epubcheck finds nothing in %s', async (_, make, layout) => {
    const said = epubcheck(await writtenBytes(make(), 'epub', { layout }));
    expect(said).toContain('No errors or warnings detected');
  });
});
