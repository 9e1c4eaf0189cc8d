import { describe, expect, test } from 'vitest';
import { readSource } from '../../../src/read/read-source.js';
import { tableText, type WriteOptions } from '../../../src/write/write-table.js';
import { makeRow, makeTable } from '../table-fixture.js';
import { bookSource, bookTable, reviewedBook } from './book-fixture.js';

const page = (table = bookTable(), options: WriteOptions = {}) => tableText(table, 'html', options);
const rows = (text: string) => text.match(/<div class="row(?: heading)?">.*<\/div>/g) ?? [];

describe('html', () => {
  test('sets paragraphs beside each other, not sentences, with language and direction', async () => {
    const [, paragraph, , alone] = rows(await page());
    expect(paragraph).toBe(
      '<div class="row"><div class="text t1" lang="en" dir="ltr"><p>One. Two. Three.</p></div>' +
        '<div class="text t2" lang="ar" dir="rtl"><p>واحد. اثنان وثلاثة.</p></div></div>',
    );
    expect(alone).toContain('<p><span class="alone">Only here.</span></p>');
    expect(alone).toContain('<div class="text t2 none"></div>');
  });

  test('keeps headings as headings, and every text as text', async () => {
    const [heading] = rows(await page());
    expect(heading).toContain('<h2>The &lt;Sun&gt; &amp; &quot;Wind&quot;</h2>');
    expect(heading).toContain('<h2>الشمس والريح</h2>');
  });

  test('loads and runs nothing', async () => {
    const text = await page();
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/<script|<link|src=|href=|url\(/);
  });

  test('folds noise, after the paragraph that it stands in', async () => {
    const text = await page();
    expect(text).toMatch(/<details class="noise">[^]*Share this[^]*<\/details>/);
    expect(text.indexOf('Three.')).toBeLessThan(text.indexOf('Share this'));
    expect(text.indexOf('Share this')).toBeLessThan(text.indexOf('Only here.'));
  });

  test('has the texts of a reviewer, and rejected rows as texts without counterparts', async () => {
    const [, paragraph] = rows(await page(reviewedBook()));
    expect(paragraph).toContain(
      '<p>One. <span class="alone">Two.</span> <span class="alone">Three.',
    );
    expect(paragraph).toContain('<p>أول. <span class="alone">اثنان وثلاثة.</span></p>');
  });

  test('divides paragraphs that have no end', async () => {
    const lines = Array.from({ length: 2000 }, (_, index) => `Sentence ${index} of the text.`);
    const sources = [bookSource('a', 'en', [lines]), bookSource('b', 'es', [lines])];
    const table = makeTable(
      sources,
      lines.map((_, index) => makeRow([[index], [index]])),
    );
    const found = rows(await page(table));
    expect(found.length).toBeGreaterThan(10);
    for (const row of found) expect(row.length).toBeLessThan(6_000);
  });

  test('stands one paragraph beside the several that it became', async () => {
    const table = makeTable(
      [
        bookSource('a', 'en', [['A.', 'B.'], ['C.']]),
        bookSource('b', 'es', [['A.'], ['B.'], ['C.']]),
      ],
      [0, 1, 2].map((index) => makeRow([[index], [index]])),
    );
    expect(rows(await page(table))).toEqual([
      expect.stringContaining(
        '<p>A. B.</p></div><div class="text t2" lang="es" dir="ltr"><p>A.</p><p>B.</p>',
      ),
      expect.stringContaining('<p>C.</p>'),
    ]);
  });

  test('is read back with the same texts', async () => {
    const bytes = new TextEncoder().encode(await page());
    const { sources } = await readSource('x.html', bytes);
    for (const said of [
      'One. Two. Three.',
      'Only here.',
      'The <Sun> & "Wind"',
      'واحد. اثنان وثلاثة.',
    ])
      expect(sources[0]?.text).toContain(said);
  });

  test('has the texts below each other on demand', async () => {
    expect(await page(bookTable(), { layout: 'below' })).not.toContain('display: grid');
  });

  test('replaces control characters and halves of surrogate pairs', async () => {
    const table = makeTable([bookSource('a', 'en', [['x\u0000\u001b\ud800y']])], [makeRow([[0]])]);
    expect(await page(table)).toContain('x\ufffd\ufffd\ufffdy');
  });
});
