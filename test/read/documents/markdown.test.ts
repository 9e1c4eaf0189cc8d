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
});
