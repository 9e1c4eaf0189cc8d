import { describe, expect, test } from 'vitest';
import { TermIndex } from '../../src/match/documents/terms.js';

const termsOf = (text: string): string[] => {
  const index = new TermIndex();
  return [...index.add([text])].map((id) => index.text(id));
};

describe('comparable words', () => {
  test('numbers in any digits, and beginnings of words without accents', () => {
    expect(termsOf('١٩٤٥ Konrád Adenauer, à 42')).toEqual(['1945', 'konra', 'adena', '42']);
  });

  test('a name in Cyrillic is the one in Latin', () => {
    expect(termsOf('Горбачов')).toEqual(termsOf('Gorbacov'));
  });

  test('each counts once, under one number in all documents', () => {
    const index = new TermIndex();
    const first = index.add(['Berlin and Berlin']);
    expect(first).toHaveLength(1);
    expect([...index.add(['in Berlin 7'])]).toContain(first[0]);
  });
});
