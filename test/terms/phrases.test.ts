import { describe, expect, test } from 'vitest';
import { splitPlacedWords } from '../../src/text/placed-words.js';
import { linkedPhrases, phraseText, type WordedText } from '../../src/terms/phrases.js';
import type { WordWeights } from '../../src/terms/word-weights.js';

const textOf = (text: string, language: string): WordedText => ({
  text,
  words: splitPlacedWords(text, language),
});
const grammar = new Set(['the', 'of', 'de', 'la', 'le', '的']);
const weights: WordWeights = { weight: (key) => (grammar.has(key) ? 0 : 1), subject: () => 0 };

function phrasesOf(a: WordedText, b: WordedText, links: readonly [number, number][]): string[] {
  return linkedPhrases(
    a,
    b,
    links.map(([x, y]) => ({ a: x, b: y, confidence: 1 })),
    { a: weights, b: weights },
  ).map((pair) => `${phraseText(a, pair.a)} = ${phraseText(b, pair.b)}`);
}

describe('phrases that are linked with each other', () => {
  test('are words and runs of words, in another order too', () => {
    const found = phrasesOf(textOf('the bare repository', 'en'), textOf('le dépôt nu', 'fr'), [
      [0, 0],
      [1, 2],
      [2, 1],
    ]);
    expect(found).toEqual(['bare = nu', 'bare repository = dépôt nu', 'repository = dépôt']);
  });

  test('have grammar inside, but not at their ends', () => {
    const found = phrasesOf(textOf('end of file', 'en'), textOf('fin de fichier', 'fr'), [
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    expect(found).toEqual(['end = fin', 'end of file = fin de fichier', 'file = fichier']);
  });

  test('are linked with nothing else', () => {
    const found = phrasesOf(textOf('graph line', 'en'), textOf('Graph Linie Graph', 'de'), [
      [0, 0],
      [0, 2],
      [1, 1],
    ]);
    expect(found).toEqual(['graph line = Graph Linie Graph', 'line = Linie']);
  });

  test('do not run over punctuation, but over hyphens', () => {
    const links: [number, number][] = [
      [0, 0],
      [1, 1],
    ];
    expect(phrasesOf(textOf('tag, branch', 'en'), textOf('Tag, Zweig', 'de'), links)).toHaveLength(
      2,
    );
    expect(
      phrasesOf(textOf('fast-forward', 'en'), textOf('schnell-vorwärts', 'de'), links),
    ).toContain('fast-forward = schnell-vorwärts');
  });

  test('keep an affix that is written without a space', () => {
    const [a, b] = [textOf('server', 'en'), textOf('服务器的', 'zh')];
    expect(phrasesOf(a, b, [[0, 0]])).toEqual(['server = 服务器']);
  });
});
