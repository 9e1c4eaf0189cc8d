import { describe, expect, test } from 'vitest';
import {
  findHits,
  foldText,
  makeQuery,
  matchesExactly,
} from '../../../src/report/page/model/search.js';

const hits = (typed: string, text: string) => {
  const query = makeQuery(typed);
  return query === null ? [] : findHits(query, text).map(([start, end]) => text.slice(start, end));
};

describe('search on the page', () => {
  test('folds case and accents, of any script', () => {
    expect(foldText('ÉCOLE')).toBe('ecole');
    expect(foldText('مُحَمَّد')).toBe('محمد');
    expect(foldText('Ёлка')).toBe(foldText('елка'));
  });

  test.each([
    ['cafe', 'A Café, a CAFÉ', ['Café', 'CAFÉ']],
    ['Café', 'A Café, a café', ['Café']],
    ['cafe', 'cafe\u0301 olé', ['cafe\u0301']],
    ['ole', 'café olé', ['olé']],
    ['محمد', 'قال مُحَمَّد ذلك', ['مُحَمَّد']],
    ['學', '大學生', ['學']],
    ['𝒳', 'a𝒳b', ['𝒳']],
    ['ss', 'a', []],
    ['aa', 'aaaa', ['aa', 'aa']],
  ])('%s in %s', (typed, text, expected) => {
    expect(hits(typed, text)).toEqual(expected);
  });

  test('nothing but blanks or accents is no query', () => {
    expect(makeQuery('  ')).toBeNull();
    expect(makeQuery('\u0301')).toBeNull();
  });

  test('what was typed with an accent wants it', () => {
    const query = makeQuery('zúrich');
    expect(query && matchesExactly(query, 'Zürich')).toBe(false);
    expect(query && matchesExactly(query, 'ZÚRICH')).toBe(true);
  });
});
