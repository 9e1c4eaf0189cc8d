import { describe, expect, test } from 'vitest';
import { foldWord, splitPlacedWords } from '../../src/text/placed-words.js';

const textsOf = (text: string, language: string): string[] =>
  splitPlacedWords(text, language).map((word) => word.text);

describe('the words of a text', () => {
  test('have places in it', () => {
    const text = 'The dépôt, 3 files.';
    for (const { text: word, start, end } of splitPlacedWords(text, 'en'))
      expect(text.slice(start, end)).toBe(word);
  });

  test('are small letters without accents as keys', () => {
    expect(foldWord('Dépôt')).toBe('depot');
    expect(foldWord('ΛΌΓΟΣ')).toBe('λόγος');
  });

  test('are apart from short words that lost their vowel', () => {
    expect(textsOf("l'eau d’un étang", 'fr')).toEqual(["l'", 'eau', 'd’', 'un', 'étang']);
    expect(textsOf("dell'acqua", 'it')).toEqual(["dell'", 'acqua']);
    expect(textsOf("the user's files don't", 'en')).toEqual(['the', 'user', 'files', "don't"]);
  });

  test('are found where none are written apart', () => {
    expect(textsOf('我们使用文件', 'zh')).toEqual(['我们', '使用', '文件']);
    expect(textsOf('ภาษาไทย', 'th').length).toBeGreaterThan(1);
  });

  test('are found in a language that nobody knows', () => {
    expect(textsOf('ab cd', 'x y')).toEqual(['ab', 'cd']);
  });

  test('can be limited', () => {
    expect(splitPlacedWords('a b c d', 'en', 2)).toHaveLength(2);
  });
});
