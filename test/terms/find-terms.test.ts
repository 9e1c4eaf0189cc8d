import { describe, expect, test } from 'vitest';
import { splitPlacedWords } from '../../src/text/placed-words.js';
import { WordTies } from '../../src/align/words/word-ties.js';
import { findTerms } from '../../src/terms/find-terms.js';
import type { TextPair } from '../../src/terms/phrases.js';
import type { WordWeights } from '../../src/terms/word-weights.js';

const pairOf = (id: number, a: string, b: string, languages = ['en', 'fr']): TextPair => ({
  id,
  a: { text: a, words: splitPlacedWords(a, languages[0] ?? '') },
  b: { text: b, words: splitPlacedWords(b, languages[1] ?? '') },
});

const grammar = new Set('the a of is to le la les de un une est d l in dans and et'.split(' '));
const weights: WordWeights = {
  weight: (key) => (grammar.has(key.replace(/'$/, '')) || !/\p{L}/u.test(key) ? 0 : 1),
  subject: () => 0,
};

const texts: [string, string][] = [
  ['the bare repository is empty', 'le dépôt nu est vide'],
  ['clone a bare repository', 'cloner un dépôt nu'],
  ['bare repository in the folder', 'dépôt nu dans le dossier'],
  ['a bare repository and a branch', 'un dépôt nu et une branche'],
  ['the folder is empty', 'le dossier est vide'],
  ['the branch is empty', 'la branche est vide'],
  ['clone the branch', 'cloner la branche'],
  ['clone the folder', 'cloner le dossier'],
  ['many branches in folders', 'maintes branches dans dossiers'],
  ['the merge of branches', 'la fusion de branches'],
  ['the merge is empty', 'la fusion est vide'],
  ['a merge in the folder', 'une fusion dans le dossier'],
];

function termsOf(pairs: readonly TextPair[], least = 3): ReturnType<typeof findTerms> {
  const ties = new WordTies(
    pairs.map(({ a, b }) => ({ a: a.words, b: b.words })),
    null,
  );
  return findTerms(pairs, ties, { a: weights, b: weights }, { least, most: 50 });
}

describe('the terms of two texts', () => {
  const terms = termsOf(texts.map(([a, b], at) => pairOf(at + 1, a, b)));
  const named = (a: string) => terms.find((term) => term.a === a);

  test('are words that stand in the same pairs', () => {
    expect(named('empty')?.b).toBe('vide');
    expect(named('merge')).toMatchObject({ b: 'fusion', together: 3, inA: 3, inB: 3 });
  });

  test('are joined with their other forms', () => {
    expect(named('branch')).toMatchObject({
      b: 'branche',
      formsA: ['branch', 'branches'],
      formsB: ['branche', 'branches'],
      together: 5,
    });
  });

  test('are whole: part of a longer one is not listed by itself', () => {
    expect(named('bare repository')).toMatchObject({ b: 'dépôt nu', together: 4 });
    expect(named('bare')).toBeUndefined();
    expect(named('repository')).toBeUndefined();
  });

  test('are no grammar', () => {
    for (const { a, b } of terms)
      for (const text of [a, b]) expect(text).not.toMatch(/^(?:the|a|le|la|un)\b|\b(?:of|de)$/);
  });

  test('have a row as example, and the best come first', () => {
    for (const { example, a } of terms) expect(texts[example - 1]?.[0]).toContain(a.slice(0, 5));
    const scores = terms.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((x, y) => y - x));
  });

  test('are none where nothing is repeated', () => {
    expect(termsOf([pairOf(1, 'one two', 'un deux')])).toEqual([]);
    expect(termsOf([])).toEqual([]);
  });
});
