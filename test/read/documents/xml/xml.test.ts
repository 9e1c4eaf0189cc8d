import { describe, expect, test } from 'vitest';
import { readSource } from '../../../../src/read/read-source.js';

/** Each block with what it is. */
async function blocksOf(content: string, name = 'a.xml'): Promise<readonly unknown[]> {
  const bytes = new TextEncoder().encode(`<?xml version="1.0"?>${content}`);
  const { sources } = await readSource(name, bytes);
  expect(sources[0]?.format).toBe('xml');
  return sources.flatMap(({ text, blocks }) =>
    blocks.map(({ start, end, heading, kind }) => {
      const slice = text.slice(start, end);
      return heading > 0 ? [slice, heading] : kind ? [slice, kind] : slice;
    }),
  );
}

describe('XML that nobody knows', () => {
  test('has a block where an element has text of its own, with the elements in it', async () => {
    expect(
      await blocksOf(`<notes xml:lang="en"><entry><name>Anna</name><body>Some <b>bold</b> text.</body></entry>
        <entry><name>Bo</name><body><b>Bold</b> first, <i>then <u>more</u></i></body></entry></notes>`),
    ).toEqual(['Anna', 'Some bold text.', 'Bo', 'Bold first, then more']);
  });

  test('is a single paragraph in its root', async () => {
    expect(await blocksOf('<text>Only <b>one</b>.</text>')).toEqual(['Only one.']);
    expect(await blocksOf('<a><b><c>Only one.</c></b></a>')).toEqual(['Only one.']);
  });

  test('is not one paragraph for a stray word among many records', async () => {
    const records = Array.from(
      { length: 40 },
      (_, index) => `<r>The record of number ${index}</r>`,
    );
    const blocks = await blocksOf(
      `<all>${records.slice(0, 20).join('')}!${records.slice(20).join('')}</all>`,
    );
    expect(blocks).toHaveLength(41);
    expect(blocks[20]).toBe('!');
  });

  test('has its long parts in order, whatever is mixed', async () => {
    const words = Array.from({ length: 500 }, (_, index) => `w${index}`);
    const text = words.map((word) => `<i>${word}</i> and `).join('');
    expect(await blocksOf(`<all><p>${text}</p><x>${text}</x></all>`)).toEqual(
      [0, 1].map(() => words.map((word) => `${word} and`).join(' ')),
    );
    const list = words.map((word) => `<i>${word}</i>`).join('\n');
    expect(await blocksOf(`<all><x>${list}</x><y>${list}</y></all>`)).toEqual([...words, ...words]);
  });

  test('loses no text', async () => {
    expect(
      await blocksOf(
        '<a>one<b>two<p>three</p>four</b><c/><d> <e>five</e> <f>six</f> </d>seven</a>',
      ),
    ).toEqual(['one', 'two', 'three', 'four', 'five six seven']);
  });
});

describe('DocBook and its like', () => {
  test('is known by the names of its elements', async () => {
    expect(
      await blocksOf(`<book><title>The book</title><info><abstract><para>In short.</para></abstract></info>
        <chapter id="c1"><title>One</title>
          <para>See <citetitle>A <emphasis>book</emphasis></citetitle><footnote><para>Or not.</para></footnote>.
            <itemizedlist><listitem><para>A point</para></listitem></itemizedlist> After it.</para>
          <section><title>Deep</title><blockquote><para>Quoted <quote>so</quote>.</para></blockquote>
          <table><title>T</title><row><entry>a</entry><entry><para>b</para></entry></row></table></section>
        </chapter></book>`),
    ).toEqual([
      ['The book', 1],
      'In short.',
      ['One', 2],
      'See A book.',
      ['A point', 'list-item'],
      'After it.',
      ['Or not.', 'footnote'],
      ['Deep', 3],
      ['Quoted “so”.', 'quotation'],
      ['T', 'caption'],
      ['a', 'table-cell'],
      ['b', 'table-cell'],
    ]);
  });
});

test('a formula that is there in two forms is read once', async () => {
  const formula =
    '<alternatives><tex-math>E=mc^2</tex-math><mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mi>E</mml:mi><mml:mo>=</mml:mo><mml:mi>m</mml:mi></mml:math></alternatives>';
  expect(await blocksOf(`<article><body><p>So ${formula} it is.</p></body></article>`)).toEqual([
    'So E=m it is.',
  ]);
});

test('what only begins like a tag is text, and a page is no XML', async () => {
  const read = (name: string, text: string) => readSource(name, new TextEncoder().encode(text));
  expect((await read('a.txt', '<b>Bold</b> words.')).sources[0]?.format).toBe('text');
  expect((await read('a.xml', '<a>Bold</a>')).sources[0]?.format).toBe('xml');
  await expect(read('a.xml', 'No tags.')).rejects.toMatchObject({ code: 'unreadable-document' });
});
