import { describe, expect, test } from 'vitest';
import { Checker } from '../../../src/check/checker.js';
import { describeCheck } from '../../../src/check/describe-check.js';
import type { Check } from '../../../src/domain.js';
import type { Glossary } from '../../../src/text/terms/glossary.js';
import { rowsOf, stream } from '../made-row.js';

const glossary: Glossary = {
  name: 'g.csv',
  entries: [
    ['branch', 'Zweig'],
    ['repository', 'Repository'],
    ['repository', 'Projektarchiv'],
    ['bare repository', 'bloßes Repository'],
  ].map(([en = '', de = '']) => [
    { language: 'en', text: en },
    { language: 'de', text: de },
  ]),
};

function termChecks(a: string, b: string, languages = ['en', 'de'], edit?: string): Check[] {
  const streams = [stream(0, languages[0] ?? '', [a]), stream(1, languages[1] ?? '', [b])];
  const checker = new Checker(streams, rowsOf(streams), undefined, glossary);
  const row = { cells: [[0], [0]], ...(edit !== undefined && { edits: { 1: edit } }) };
  const found = checker.check(row).filter(({ code }) => code === 'glossary');
  expect(checker.checkGlossary(row)).toEqual(found);
  return found;
}

describe('agreed translations', () => {
  test('that are missing are found, with the place of the term', () => {
    const text = 'Two branches are here.';
    const [check, ...others] = termChecks(text, 'Hier sind lauter Äste.');
    expect(others).toEqual([]);
    expect(check).toMatchObject({
      code: 'glossary',
      a: { stream: 0, values: ['branches = Zweig'], spans: [{ start: 104, end: 112 }] },
      b: { stream: 1, values: [], spans: [] },
    });
    expect(check && describeCheck(check, (own) => ['en', 'de'][own] ?? '')).toBe(
      'agreed translation missing: en branches = Zweig / de none',
    );
  });

  test('may be in any form', () => {
    expect(termChecks('Two branches are here.', 'Hier sind lauter Zweige.')).toEqual([]);
    expect(termChecks('A branch name.', 'Ein Zweigname.')).toEqual([]);
  });

  test('may be one of several', () => {
    expect(termChecks('the repository', 'das Projektarchiv')).toEqual([]);
    const [check] = termChecks('the repository', 'das Lager');
    expect(check?.a.values).toEqual(['repository = Repository / Projektarchiv']);
  });

  test('of a longer term count, not those of its parts', () => {
    expect(termChecks('a bare repository', 'ein bloßes Repository')).toEqual([]);
    const [check] = termChecks('a bare repository', 'ein nacktes Projektarchiv');
    expect(check?.a.values).toEqual(['bare repository = bloßes Repository']);
  });

  test('are asked of what a reviewer wrote', () => {
    expect(termChecks('one branch', 'ein Ast', ['en', 'de'], 'ein Zweig')).toEqual([]);
    expect(termChecks('one branch', 'ein Zweig', ['en', 'de'], 'ein Ast')).toHaveLength(1);
  });

  test('are asked in the direction of the texts only', () => {
    expect(termChecks('ein Zweig', 'one twig', ['de', 'en'])[0]?.a.values).toEqual([
      'Zweig = branch',
    ]);
    expect(termChecks('one twig', 'ein Zweig')).toEqual([]);
  });

  test('say nothing of texts in other languages', () => {
    expect(termChecks('one branch', 'une tige', ['en', 'fr'])).toEqual([]);
  });
});
