import { describe, expect, test } from 'vitest';
import { findMarkdownBlocks } from '../../../src/read/documents/markdown.js';
import { plainText } from '../../../src/text/markup.js';

/** What is read of the blocks of a document. */
function read(text: string): string[] {
  return findMarkdownBlocks(text).map((block) =>
    plainText({ ...block, text: text.slice(block.start, block.end) }).replace(/\s+/g, ' '),
  );
}

describe('what is read of Markdown', () => {
  test.each([
    ['emphasis', 'A *b* _c_ **d** __e__ ***f*** ~~g~~', 'A b c d e f g'],
    ['code', 'A `b *c*` ``d`e``', 'A b *c* d`e'],
    ['links', 'See [the *page*](http://a.b/c_d_e "A title") now', 'See the page now'],
    [
      'addresses',
      'See <https://a.b/c> and https://a.b/c_d_e',
      'See https://a.b/c and https://a.b/c_d_e',
    ],
    ['images', '![What *it* shows](a.png) and [![b](b.png)](c)', 'What it shows and b'],
    ['tags', 'A <b class="x">c</b> <!-- not this -->d<br>e', 'A c de'],
    [
      'characters by name and number',
      'AT&amp;T &lt;b&gt; caf&eacute; &#8212; &#x2014; &quot;q&quot;',
      'AT&T <b> café — — "q"',
    ],
    [
      'what only looks like them',
      'R&D; &nosuch; &#0; &#7; &#xd800; `&amp;` \\&amp; &amp',
      'R&D; &nosuch; &#0; &#7; &#xd800; &amp; &amp; &amp',
    ],
    ['escapes', '1\\. \\*not so\\*', '1. *not so*'],
    ['a break of lines', 'One\\\ntwo', 'One two'],
    [
      'what is no markup',
      'snake_case_name 2 * 3 < 4 [sic] a] * b',
      'snake_case_name 2 * 3 < 4 [sic] a] * b',
    ],
    ['footnotes', 'A claim.[^1] More[^long-name].', 'A claim. More.'],
    ['a footnote itself', '[^1]: It says *this* much.', 'It says this much.'],
    ['headings', '## A *b* ##', 'A b'],
    ['tasks', '- [x] Done\n- [ ] Open\n', 'Done|Open'],
    ['table cells', '| *a* | [b](c) |\n|---|---|\n| `d\\|e` | f |', 'a|b|d\\|e|f'],
    ['quotations', '> One *two\n> three* > four\nfive', 'One two three > four five'],
    ['quotations in lists', '- > One\n  > two\n', 'One two'],
  ])('%s', (_, text, expected) => {
    expect(read(text).join('|')).toBe(expected);
  });

  test('links by name count where the document says what the name means', () => {
    const text =
      'See [the page][Ref  A], [this][], [ref a], [other][none] and [none].\n\n[ref a]: http://a.b\n[this]: <http://c.d> "e"\n';
    expect(read(text)).toEqual(['See the page, this, ref a, [other][none] and [none].']);
  });

  test('line ends of every kind keep the places', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(read(`A **b${end}c** d${end}${end}> e${end}> *f*${end}`)).toEqual(['A b c d', 'e f']);
    }
  });

  test('a block without markup says nothing of it', () => {
    expect(findMarkdownBlocks('Nothing here.')).toEqual([{ start: 0, end: 13, heading: 0 }]);
  });

  test('a paragraph of more marks than anybody writes is read in parts', () => {
    const text = '*one* [two](three) '.repeat(2000).trim();
    expect(read(text)).toEqual(['one two '.repeat(2000).trim()]);
  });
});
