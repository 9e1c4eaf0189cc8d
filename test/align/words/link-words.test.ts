import { describe, expect, test } from 'vitest';
import { linkWords, linksOf } from '../../../src/align/words/link-words.js';
import { splitPlacedWords } from '../../../src/text/placed-words.js';
import { mostWords, WordTies, type WordedPair } from '../../../src/align/words/word-ties.js';

const pairOf = (a: string, b: string): WordedPair => ({
  a: splitPlacedWords(a, 'en'),
  b: splitPlacedWords(b, 'de'),
});

const nouns = [
  ['house', 'Haus'],
  ['tree', 'Baum'],
  ['river', 'Fluss'],
  ['stone', 'Stein'],
  ['bird', 'Vogel'],
] as const;
const verbs = [
  ['sees', 'sieht'],
  ['paints', 'malt'],
  ['knows', 'kennt'],
] as const;
const corpus = nouns.flatMap(([noun, nomen], n) =>
  verbs.map(([verb, wort], v) => {
    const [other, anderes] = nouns[(n + v + 1) % nouns.length] ?? ['', ''];
    return pairOf(`The ${noun} ${verb} a ${other}`, `das ${nomen} ${wort} ein ${anderes}`);
  }),
);

const linked = (ties: WordTies, pair: WordedPair): string[] =>
  linkWords(ties, pair).map(({ a, b }) => `${pair.a[a]?.text ?? ''}=${pair.b[b]?.text ?? ''}`);

describe('links between words', () => {
  const ties = new WordTies(corpus, null);

  test('are learned from what occurs in the same pairs', () => {
    const links = linked(ties, pairOf('The bird paints a river', 'das Vogel malt ein Fluss'));
    expect(links).toContain('bird=Vogel');
    expect(links).toContain('paints=malt');
    expect(links).toContain('river=Fluss');
  });

  test('join what is written alike, and numbers only with the same number', () => {
    const links = linked(ties, pairOf('Zanzibar 1999 xyz', 'Zanzibar 2001 1999'));
    expect(links).toContain('Zanzibar=Zanzibar');
    expect(links).toContain('1999=1999');
    expect(links).not.toContain('1999=2001');
  });

  test('have a confidence from 0 to 1', () => {
    for (const pair of corpus)
      for (const { confidence } of linkWords(ties, pair)) {
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
  });

  test('use the vectors of words that were never seen together', () => {
    const list = ['dog', 'cat', 'Hund', 'Katze'];
    const units = Float32Array.from([1, 0, 0, 1, 0.9, 0.1, 0.1, 0.9]);
    const norms = Float32Array.from([1, 1, 1, 1]);
    const known = {
      places: new Map(list.map((word, at) => [word, at])),
      vectors: { count: 4, dimension: 2, units, norms },
    };
    const own = new WordTies([], known);
    expect(linked(own, pairOf('dog cat', 'Katze Hund'))).toEqual(['dog=Hund', 'cat=Katze']);
  });

  test('are none where a side is empty', () => {
    expect(linkWords(ties, { a: [], b: [] })).toEqual([]);
    expect(linkWords(new WordTies([], null), pairOf('a b', ''))).toEqual([]);
  });

  test('take a bounded time for texts of any length', () => {
    const long = pairOf('word '.repeat(5000), 'Wort '.repeat(5000));
    for (const { a, b } of linkWords(new WordTies([long], null), long)) {
      expect(a).toBeLessThan(mostWords);
      expect(b).toBeLessThan(mostWords);
    }
  });

  test('grow from sure ones to their neighbours', () => {
    const matrix = { rows: 2, columns: 3, ties: Float64Array.from([0.9, 0, 0.1, 0, 0.4, 0.3]) };
    expect(linksOf(matrix, 0.5, 0.2).map(({ a, b }) => [a, b])).toEqual([
      [0, 0],
      [1, 1],
      [1, 2],
    ]);
  });
});
