import { describe, expect, test } from 'vitest';
import { readSource } from '../../../../src/read/read-source.js';
import { page, readHtml } from './read-html.js';

const sentences = (from: number, count: number): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `<p>Paragraph number ${from + index} says that the day was long, and that nobody in the house had slept much.</p>`,
  ).join('');

const isNoise = (block: string): boolean => block.endsWith('boilerplate]');

describe('a document without anything around it', () => {
  test('is text as a whole, short blocks and lists of links too', async () => {
    const blocks = await readHtml(
      page(`<header id="title-block-header"><h1 class="title">T</h1><p class="author">A. B.</p><p class="date">2020</p></header>
        <p>Short.</p><h2>Links</h2><ul><li><a href="https://a.org">One</a></li><li><a href="https://b.org">Two</a></li><li><a href="https://c.org">Three</a></li></ul>
        <p><a href="https://d.org">https://d.org</a></p>${sentences(1, 3)}<p class="MsoFooter">End</p>`),
    );
    expect(blocks).toHaveLength(13);
    expect(blocks.filter(isNoise)).toEqual([]);
  });

  test('but for its list of contents', async () => {
    const blocks = await readHtml(
      page(`<nav id="TOC" role="doc-toc"><ul><li><a href="#a">First</a></li><li><a href="#b">Second</a></li></ul></nav>
        <h1 id="a">First</h1><p>Short.</p><h1 id="b">Second</h1>${sentences(1, 2)}`),
    );
    expect(blocks.filter(isNoise)).toEqual([
      'First [list-item, boilerplate]',
      'Second [list-item, boilerplate]',
    ]);
    expect(blocks).toHaveLength(7);
  });
});

describe('a chapter with links to its neighbours', () => {
  const around = (body: string): string =>
    page(`<div class="navheader"><a href="1.html">Prev</a> <a href="i.html">Up</a> <a href="3.html">Next</a></div>
      <div class="chapter">${body}</div>
      <div class="navfooter"><a href="1.html">Prev</a> <a href="i.html">Up</a> <a href="3.html">Next</a></div>`);

  test('is text from its title to its last section, however short that is', async () => {
    const blocks = await readHtml(
      around(`<h1>Chapter</h1><div class="section"><h2>One</h2>${sentences(1, 9)}</div>
        <div class="section"><h2>Two</h2>${sentences(10, 2)}<ul><li>A point.</li><li>Another.</li></ul></div>`),
    );
    expect(blocks.filter(isNoise)).toEqual([
      'Prev Up Next [boilerplate]',
      'Prev Up Next [boilerplate]',
    ]);
    expect(blocks).toHaveLength(18);
  });

  test('keeps headings that link to themselves', async () => {
    const blocks = await readHtml(
      around(
        `<h1><a href="#t">Chapter</a></h1>${sentences(1, 4)}<h2><a href="#u">Part</a></h2>${sentences(5, 4)}`,
      ),
    );
    expect(blocks).toContain('Chapter [h1]');
    expect(blocks).toContain('Part [h2]');
  });
});

test.each([
  [
    'a page whose text scripts fetch',
    '<div id="root"></div><script src="app.js"></script>',
    /scripts/,
  ],
  ['a page with nothing in it', '<p> </p>', /text in it/],
])('%s is refused with advice', async (_, body, hint) => {
  const bytes = new TextEncoder().encode(page(body));
  await expect(readSource('app.html', bytes)).rejects.toMatchObject({
    code: 'empty-source',
    exitCode: 65,
    message: 'app.html: there is no text in the page',
    hint: expect.stringMatching(hint) as unknown,
  });
});
