import { describe, expect, test } from 'vitest';
import { readSource } from '../../../../src/read/read-source.js';
import { page, readHtml } from './read-html.js';

describe('the blocks of an HTML page', () => {
  test('are its headings, paragraphs, items, cells, captions, quotations and notes, in order', async () => {
    const html = page(`
      <h1>One</h1><p>A paragraph
      that goes on.</p>
      <ul><li>First</li><li>Second<ul><li>Inner</li></ul></li></ul>
      <dl><dt>Term</dt><dd>Definition</dd></dl>
      <table><caption>About</caption><tr><th>Head</th><td>Cell</td></tr></table>
      <figure><img alt="not text"><figcaption>Picture</figcaption></figure>
      <blockquote><p>Quoted.</p></blockquote>
      <details><summary>More</summary>Inside.</details>
      <hr><h2>Two</h2>Loose text.
      <section role="doc-endnotes"><ol><li id="fn1"><p>A note.</p></li></ol></section>`);
    expect(await readHtml(html)).toEqual([
      'One [h1]',
      'A paragraph that goes on.',
      'First [list-item]',
      'Second [list-item]',
      'Inner [list-item]',
      'Term [list-item]',
      'Definition [list-item]',
      'About [caption]',
      'Head [table-cell]',
      'Cell [table-cell]',
      'Picture [caption]',
      'Quoted. [quotation]',
      'More',
      'Inside.',
      'Two [h2]',
      'Loose text.',
      'A note. [footnote]',
    ]);
  });

  test.each([
    ['<p>un<b>believ</b>able<i> things</i></p>', 'unbelievable things'],
    ['<p>soft&shy;ly and long<wbr>er</p>', 'softly and longer'],
    ['<p>caf&eacute; &amp; &#x4e2d;&nbsp;&lt;b&gt;</p>', 'café & 中\u00a0<b>'],
    ['<p>a line<br>and another</p>', 'a line\nand another'],
    ['<p>He said <q>yes</q>.</p>', 'He said “yes”.'],
    ['<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</rt></ruby>です</p>', '漢字です'],
    ['<p>这是一个\n      句子。</p>', '这是一个句子。'],
    ['<p>두 줄\n로 쓴 글</p>', '두 줄 로 쓴 글'],
    ['<p>A<!-- no text --> B<script>no()</script><style>p{}</style></p>', 'A B'],
    ['<p>x <math><mi>a</mi><annotation>\\alpha</annotation></math></p>', 'x a'],
  ])('%s says what a browser shows', async (html, text) => {
    expect(await readHtml(page(html))).toEqual([text]);
  });

  test.each([
    ['<p>A claim.<sup><a href="#fn1">1</a></sup></p>'],
    ['<p>A claim.<a href="#fn1" class="footnote-ref" role="doc-noteref"><sup>12</sup></a></p>'],
    [
      '<p>A claim.<sup class="reference"><a href="#cite_note-3"><span>[</span>3<span>]</span></a></sup></p>',
    ],
    [
      '<p>A claim.<a href="#_ftn1" name="_ftnref1"><span class="MsoFootnoteReference">[1]</span></a></p>',
    ],
    ['<p>A claim.<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a></p>'],
    ['<p>A claim. <a href="#fnref1" role="doc-backlink">↩︎</a></p>'],
  ])('have no marks of notes in them: %s', async (html) => {
    expect(await readHtml(page(html))).toEqual(['A claim.']);
  });

  test('keep exponents, numbers that are links, and numbered sections', async () => {
    const html = page(
      '<p>5 m<sup>2</sup> in <a href="#1990">1990</a>, see <a href="b.html#x">4</a>.</p>',
    );
    expect(await readHtml(html)).toEqual(['5 m2 in 1990, see 4.']);
  });

  test('are parted by two breaks, and by one where every line is a paragraph', async () => {
    const long =
      'This is a sentence that is long enough to be a paragraph of its own, and it ends.';
    const other =
      'Another one follows after it, which says something else at about the same length.';
    expect(await readHtml(page(`<div>One.<br><br>Two.<br>&nbsp;<br>Three.</div>`))).toEqual([
      'One.',
      'Two.',
      'Three.',
    ]);
    expect(await readHtml(page(`<div>${long}<br>${other}</div>`))).toEqual([long, other]);
  });

  test('of preformatted text are its paragraphs; code is one', async () => {
    const html = page('<pre>One\nline.\n\nAnd   two.</pre><pre><code>a = 1\n\nb  = 2</code></pre>');
    expect(await readHtml(html)).toEqual(['One', 'line.', 'And   two.', 'a = 1\nb = 2']);
  });

  test('in cells of a table that makes the layout are no cells', async () => {
    const html = page('<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>');
    expect(await readHtml(html)).toEqual(['One.', 'Two.']);
  });

  test('are found in tag soup', async () => {
    const html = '<html><p>One<p>Two<table><tr><td>A<td>B</table><li>x<li>y</ul></div>';
    expect(await readHtml(html)).toEqual([
      'One',
      'Two',
      'A [table-cell]',
      'B [table-cell]',
      'x [list-item]',
      'y [list-item]',
    ]);
  });

  test('have the id that links to them name', async () => {
    const html = page(
      '<section id="s"><h2>Head</h2><p>Text.</p></section><p><a name="n"></a>Named.</p>',
    );
    const [source] = (await readSource('a.html', new TextEncoder().encode(html))).sources;
    expect(source?.blocks.map(({ locator }) => locator)).toEqual([
      { kind: 'href', href: '#s' },
      undefined,
      { kind: 'href', href: '#n' },
    ]);
  });

  test('that are not shown, or no part of a line, are noise after it', async () => {
    const html = page(
      '<h2>History<span class="mw-editsection">[edit]</span></h2>' +
        '<p>Shown <span style="display:none">hidden</span>text <button>Copy</button>here.</p>' +
        '<div hidden>Never.</div>',
    );
    expect(await readHtml(html)).toEqual([
      'History [h2]',
      '[edit] [boilerplate]',
      'Shown text here.',
      'hidden [boilerplate]',
      'Copy [boilerplate]',
      'Never. [boilerplate]',
    ]);
  });
});

describe('a file is a page of HTML', () => {
  test.each([
    ['a', '<!doctype html>\n<p>Hello.'],
    ['a.txt', '\ufeff<!-- c --><html lang="en"><body>Hello.</body></html>'],
    [
      'a.bin',
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>Hello.</body></html>',
    ],
    ['a.HTM', '<p>Hello.</p>'],
  ])('%s beginning %j', async (name, text) => {
    const [source] = (await readSource(name, new TextEncoder().encode(text))).sources;
    expect(source).toMatchObject({ format: 'html', textIs: 'extracted', text: 'Hello.' });
  });

  test('in UTF-16, too', async () => {
    const [source] = (
      await readSource('a', Buffer.from('\ufeff<!DOCTYPE html><p>Héllo.', 'utf16le'))
    ).sources;
    expect(source).toMatchObject({ format: 'html', text: 'Héllo.' });
  });
});
