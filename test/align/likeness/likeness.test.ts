import { describe, expect, test } from 'vitest';
import { makeSpanComparer } from '../../../src/align/likeness/compare-spans.js';
import { readGrams } from '../../../src/align/likeness/grams.js';
import { nearestByGrams } from '../../../src/align/likeness/nearest-by-grams.js';
import type { Stream } from '../../../src/domain.js';

const stream = (source: number, texts: readonly string[]): Stream => ({
  source,
  language: 'de',
  sentences: texts.map((text, k) => ({
    number: k + 1,
    paragraph: 1,
    language: 'de',
    text,
    noise: null,
    start: 0,
    end: text.length,
  })),
});

const news = stream(0, [
  'Die EU-Präsidentin reist am Dienstag nach Wien.',
  'Bei Unwettern fielen tennisballgroße Hagelkörner.',
  'Der Lockdown endet voraussichtlich am 12. Dezember.',
]);
const plain = stream(1, [
  'Bei dem Sturm waren die Hagel-Körner so groß wie Tennis-Bälle.',
  'Die Präsidentin des EU-Parlaments kommt nach Wien.',
  'Im Dezember ist der Lock-down zu Ende.',
]);

describe('the letters that words of one language share', () => {
  const grams = readGrams(news, plain);

  test('find the sentence that says the same in other compounds', () => {
    const { a, b } = nearestByGrams(grams);
    expect([a.index[0], a.index[3], a.index[6]]).toEqual([1, 0, 2]);
    expect([b.index[0], b.index[3], b.index[6]]).toEqual([1, 0, 2]);
  });

  test('count the same whichever side they stand on', () => {
    const there = makeSpanComparer(grams);
    const back = makeSpanComparer(readGrams(plain, news));
    expect(there(0, 2, 0, 2).cosine).toBeCloseTo(back(0, 2, 0, 2).cosine, 6);
    expect(there(0, 1, 1, 1).cover).toBeCloseTo(back(1, 1, 0, 1).cover, 6);
  });

  test('are all shared by a text and its copy, and none by strangers', () => {
    const same = makeSpanComparer(readGrams(news, news));
    expect(same(1, 1, 1, 1)).toEqual({ cosine: 1, cover: 1 });
    const other = makeSpanComparer(readGrams(news, stream(1, ['Xylophon!'])));
    expect(other(0, 3, 0, 1)).toEqual({ cosine: 0, cover: 0 });
  });

  test('an empty sentence is like nothing', () => {
    const compare = makeSpanComparer(readGrams(stream(0, ['', '…']), plain));
    expect(compare(0, 2, 0, 3)).toEqual({ cosine: 0, cover: 0 });
  });
});
