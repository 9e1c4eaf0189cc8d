import { expect, test } from 'vitest';
import { findMarkup } from '../../src/segment/markup.js';
import { segmentText } from '../../src/segment/segment-text.js';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Where the characters of a text begin, as people see them. */
const starts = (text: string): Set<number> =>
  new Set(Array.from(graphemes.segment(text), ({ index }) => index));

const marks = [
  '\u0301',
  '\u200d',
  '\u200c',
  '\ufe0f',
  '\u{1f3fd}',
  '\u0e34',
  '\u0301\u0302',
  '\uff9e',
  '\u{e0067}',
];

test.each(marks)('no sentence begins with %j, which belongs to what is before it', (mark) => {
  const texts = [
    `Before. <div class="a">${mark}Text behind it.`,
    `src="x.jpg" alt="y">${mark} Text behind it.`,
    `One sentence ends.${mark} Another one begins. ${mark}Third!${mark}Fourth.`,
    `一文。${mark}二文。`,
    `See (this.)${mark} Then that.`,
    `Ends here!</div>${mark}Next.`,
  ];
  for (const text of texts) {
    const known = starts(text);
    for (const piece of findMarkup(text)) {
      expect(known, text).toContain(piece.start);
      if (piece.markup) continue;
      for (const { start } of segmentText(text.slice(piece.start, piece.end), 'en')) {
        expect(known, `${text} at ${piece.start + start}`).toContain(piece.start + start);
      }
    }
  }
});

test.each([' ', '  ', '\u00a0 ', ' \u00a0', ' \u3000', '\u2003 \u2003', '\n ', ' \t '])(
  'Thai sentences have no blanks at their ends: %j',
  (blank) => {
    const text = ['เขาไปโรงเรียนแล้วครับ', 'ผมไม่รู้ว่าเขาไปไหนครับ', 'เราจะไปด้วยกันไหม'].join(blank);
    const sentences = segmentText(text, 'th').map(({ start, end }) => text.slice(start, end));
    expect(sentences.length).toBeGreaterThan(1);
    expect(sentences).toEqual(sentences.map((sentence) => sentence.trim()));
  },
);
