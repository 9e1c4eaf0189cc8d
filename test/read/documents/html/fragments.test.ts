import { describe, expect, test } from 'vitest';
import { headLength, recogniseFormat } from '../../../../src/read/formats.js';
import { readSource } from '../../../../src/read/read-source.js';

const formatOf = (text: string, name = 'a.txt'): string =>
  recogniseFormat(name, new TextEncoder().encode(text).subarray(0, headLength)).name;

describe('pieces of pages without <html>', () => {
  test.each([
    '<p>One.</p>\n<p>Two.</p>',
    '<!-- from the CMS -->\n<div class="post"><h1>Title</h1><p>Text.</p></div>',
    '<h2 id="x">Title</h2>\nText<br>more',
    '<article xmlns="http://www.w3.org/1999/xhtml"><p>Text.</p></article>',
    '<BODY><P>One<P>Two',
    '<ul><li>One<li>Two</ul>',
  ])('%j are HTML', (text) => {
    expect(formatOf(text)).toBe('html');
    expect(formatOf(text, 'a')).toBe('html');
  });

  test.each([
    ['text', '<p> is how a paragraph begins in HTML.'],
    ['text', '<Hi there> he wrote.'],
    ['text', 'A <b>bold</b> word.'],
    ['text', '<article xmlns="http://docbook.org/ns/docbook"><para>Text.</para></article>'],
  ])('%s: %j', (format, text) => {
    expect(formatOf(text)).toBe(format);
  });

  test('names of other formats count more', () => {
    const text = '<p align="center">Logo</p>\n\n# Title\n\nText.\n';
    expect(formatOf(text, 'README.md')).toBe('markdown');
    expect(formatOf('<section><p>Text.</p></section>', 'a.xml')).toBe('xml');
  });

  test('are read without their tags', async () => {
    const bytes = new TextEncoder().encode('<div><h1>A &amp; B</h1><p>One <i>two</i>.</p></div>');
    const { sources } = await readSource('a.txt', bytes);
    expect(sources.map(({ text }) => text)).toEqual(['A & B\n\nOne two.']);
  });
});
