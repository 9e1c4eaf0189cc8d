import { describe, expect, test } from 'vitest';
import { findMarkdownBlocks, markdownReader } from '../../../src/read/documents/markdown.js';

function blocksOf(text: string, segmented = false): string[] {
  if (markdownReader.takes !== 'text') throw new TypeError('Markdown is text');
  const found = markdownReader.read('a.md', text, { segmented });
  if (!('blocks' in found)) throw new TypeError('a Markdown file is one text');
  return found.blocks.map(({ start, end }) => text.slice(start, end));
}

describe('Markdown', () => {
  const markdown = [
    '---',
    'title: Not text',
    '---',
    '# A *heading*',
    '',
    'A paragraph with [a link](https://example.org "title") that',
    'goes on in the next line.',
    '',
    '```js',
    'const code = "not text";',
    '```',
    '',
    '> A quotation.',
    '',
    '- First item',
    '- Second item',
    '',
    '| Head | Two |',
    '|------|-----|',
    '| cell | x   |',
    '',
    '<div>html</div>',
    '',
    '[ref]: https://example.org',
  ].join('\n');

  test('knows what is text: not front matter, code, HTML and definitions', () => {
    expect(blocksOf(markdown)).toEqual([
      'A *heading*',
      'A paragraph with [a link](https://example.org "title") that\ngoes on in the next line.',
      'A quotation.',
      'First item',
      'Second item',
      'Head',
      'Two',
      'cell',
      'x',
    ]);
  });

  test('keeps the level of headings', () => {
    expect(
      findMarkdownBlocks(markdown)
        .map(({ heading }) => heading)
        .slice(0, 2),
    ).toEqual([1, 0]);
  });

  test('with one sentence a line is its lines', () => {
    expect(blocksOf('# One.\n\n- Two.\n', true)).toEqual(['# One.', '', '- Two.']);
  });

  test.each([
    ['\n', 'line feeds'],
    ['\r\n', 'both'],
    ['\r', 'carriage returns'],
  ])('line ends: %j', (end) => {
    expect(blocksOf(markdown.replaceAll('\n', end))).toHaveLength(9);
  });

  test('tags alone in their line are HTML, closed like XML or not', () => {
    expect(blocksOf('<a name="x" />\n## Title\n\n<use xlink:href="#x"/>\n\nText.')).toEqual([
      'Text.',
    ]);
    expect(blocksOf('- item\n<br/>\n\n<https://example.org/>')).toEqual([
      'item',
      '<https://example.org/>',
    ]);
  });

  test('tables: pipes that are escaped, blanks at the end, a paragraph before', () => {
    expect(blocksOf('Text:\n| a \\| b | c |  \n| :-- | --: |  \n| | e |')).toEqual([
      'Text:',
      'a \\| b',
      'c',
      'e',
    ]);
    expect(blocksOf('a | b\n- | - | -\nc')).toHaveLength(2);
    expect(blocksOf('> a | b\n> --|--\n> c | d')).toEqual(['a', 'b', 'c', 'd']);
  });

  test('headings are what stands between their marks', () => {
    expect(blocksOf('## A # b ##\n\n#\n\n> Two\n> lines\n> ===\n\nC\n---')).toEqual([
      'A # b',
      'Two\n> lines',
      'C',
    ]);
  });

  test('front matter ends at its fence or is none', () => {
    expect(blocksOf('+++\na = 1\n+++ \nText.')).toEqual(['Text.']);
    expect(blocksOf('---\na: 1\n\nText.')).toEqual(['a: 1', 'Text.']);
  });

  test.each(['> ', '- ', '1. ', '> - '])('any depth of %j', (mark) => {
    expect(blocksOf(`${mark.repeat(10_000)}deep\n\nText.`).at(-1)).toBe('Text.');
  });
});
