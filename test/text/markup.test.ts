import { describe, expect, test } from 'vitest';
import type { Markup } from '../../src/domain.js';
import {
  markupWithin,
  placeOfPlain,
  plainPassage,
  plainPlace,
  plainText,
  readable,
  splitPlain,
  type MarkedText,
} from '../../src/text/markup.js';

/** A passage in which `<...` is markup that opens something and `...>` any other, up to the bracket. */
function marked(notation: string, start = 100): MarkedText {
  let text = '';
  const markup: Markup[] = [];
  for (const [part] of notation.matchAll(/\{[<>][^}]*\}|[^{}]/gu)) {
    const from = start + text.length;
    const isMarkup = part.length > 2;
    text += isMarkup ? part.slice(2, -1) : part;
    if (!isMarkup) continue;
    const span = { start: from, end: start + text.length };
    markup.push(part.startsWith('{<') ? { ...span, opens: true } : span);
  }
  return { text, start, ...(markup.length > 0 && { markup }) };
}

/** Sentences end at full stops. */
const split = (text: string) =>
  [...text.matchAll(/[^\s.][^.]*\.?/g)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.trimEnd().length,
  }));

const pieces = (notation: string): string[] => {
  const passage = marked(notation);
  return splitPlain(passage, split).map(({ start, end }) => passage.text.slice(start, end));
};

describe('text without markup', () => {
  const link = marked('See {<[}the {<*}red{>*} house{>](a.b/c)}!');

  test('is what is read', () => {
    expect(link.text).toBe('See [the *red* house](a.b/c)!');
    expect(plainText(link)).toBe('See the red house!');
    expect(plainText(marked('as ever'))).toBe('as ever');
  });

  test('places go there and back', () => {
    const plain = plainText(link);
    for (let at = 0; at < plain.length; at++) {
      const place = placeOfPlain(link, at);
      expect(link.text[place]).toBe(plain[at]);
      expect(plainPlace(link, place)).toBe(at);
    }
    // Inside markup is where the text goes on.
    expect(plainPlace(link, link.text.indexOf('a.b'))).toBe(plain.indexOf('!'));
  });

  test('markup of a passage is cut to it', () => {
    const { markup } = link;
    expect(markupWithin(markup, { start: 104, end: 105 })).toEqual([
      { start: 104, end: 105, opens: true },
    ]);
    expect(markupWithin(markup, { start: 122, end: 124 })).toEqual([{ start: 122, end: 124 }]);
    expect(markupWithin(markup, { start: 105, end: 109 })).toBeUndefined();
    expect(markupWithin(undefined, { start: 0, end: 9 })).toBeUndefined();
  });

  test('a passage of nothing but markup is read as it stands', () => {
    expect(readable(marked('{<![}{>](a.png)}')).text).toBe('![](a.png)');
  });

  test('neighbours are put together without what stands between paragraphs', () => {
    const text = 'A **b**.\n\n## C\n| d|e';
    const sentence = (number: number, own: string, markup: readonly Markup[] = []) => {
      const start = text.indexOf(own);
      return { number, start, end: start + own.length, ...(markup.length > 0 && { markup }) };
    };
    const marks = [
      { start: 2, end: 4 },
      { start: 5, end: 7 },
    ];
    const [a, c, d, e] = [
      sentence(1, 'A **b**.', marks),
      sentence(2, 'C'),
      sentence(3, 'd'),
      sentence(4, 'e'),
    ];
    expect(plainPassage(text, [a, c], 'en')).toBe('A b.\n\n C');
    expect(plainPassage(text, [d, e], 'en')).toBe('d e');
    expect(plainPassage(text, [a, e], 'en')).toBe('A b. e');
    expect(plainPassage(text, [a, e], 'ja')).toBe('A b.e');
  });
});

describe('splitting by what is read', () => {
  test.each([
    ['{<**}Note.{>**} Next one.', ['**Note.**', 'Next one.']],
    ['One. {<**}Two.{>**}', ['One.', '**Two.**']],
    ['One.{<**}Two.{>**}Three', ['One.', '**Two.**', 'Three']],
    ['See {<[}it{>](a. b. c)}. Go.', ['See [it](a. b. c).', 'Go.']],
    ['{<**}One. Two.{>**} Three.', ['**One.', 'Two.**', 'Three.']],
    ['One.{>[^1]} {>[^2]} {<[}Two{>](x)}', ['One.[^1] [^2]', '[Two](x)']],
    ['One.{>`}{<*}Two', ['One.`', '*Two']],
    ['{>x} One. {>y}', ['x One. y']],
    ['as. ever.', ['as.', 'ever.']],
    ['{<![}{>](x)}', []],
  ])('%s', (notation, expected) => {
    expect(pieces(notation)).toEqual(expected);
  });
});

describe('what is read in the place of markup', () => {
  const text = 'A &lt; B &amp; C. &quot;D&quot; *e*&hellip; F&#33;';
  const markup: Markup[] = [...text.matchAll(/&#?\w+;|\*/g)].map(({ index, 0: found }) => ({
    start: 100 + index,
    end: 100 + index + found.length,
    ...(found !== '*' && {
      says: { '&lt;': '<', '&amp;': '&', '&quot;': '"', '&hellip;': '…' }[found] ?? '!',
    }),
  }));
  const passage: MarkedText = { text, start: 100, markup };
  const plain = 'A < B & C. "D" e… F!';

  test('is part of what a passage says', () => {
    expect(plainText(passage)).toBe(plain);
  });

  test('has its place where it begins, and what follows has its own', () => {
    for (let at = 0; at < plain.length; at++) {
      const place = placeOfPlain(passage, at);
      expect(plainPlace(passage, place)).toBe(at);
      if (!'<&"…!'.includes(plain.charAt(at))) expect(text[place]).toBe(plain[at]);
      else expect(text[place]).toBe('&');
    }
    expect(plainPlace(passage, text.length)).toBe(plain.length);
    expect(placeOfPlain(passage, plain.length)).toBe(text.length);
  });

  test('begins and ends sentences as other text does', () => {
    const sentences = splitPlain(passage, () => [
      { start: 0, end: 10 },
      { start: 11, end: 17 },
      { start: 18, end: 20 },
    ]);
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      'A &lt; B &amp; C.',
      '&quot;D&quot; *e*&hellip;',
      'F&#33;',
    ]);
    const [, second] = sentences;
    const span = { start: 100 + (second?.start ?? 0), end: 100 + (second?.end ?? 0) };
    const inside = markupWithin(markup, span);
    expect(
      plainText({
        text: text.slice(second?.start, second?.end),
        start: span.start,
        ...(inside && { markup: inside }),
      }),
    ).toBe('"D" e…');
  });

  test('is not read where only half of it is', () => {
    expect(markupWithin(markup, { start: 104, end: 120 })?.[0]?.says).toBe('&');
  });
});
