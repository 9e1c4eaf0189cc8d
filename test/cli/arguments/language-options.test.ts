import { describe, expect, test } from 'vitest';
import { readCandidates, readLanguages } from '../../../src/cli/arguments/language-options.js';
import { AppError } from '../../../src/errors.js';

describe('--lang', () => {
  test('names sources as people do, or lists the languages in order', () => {
    expect(readLanguages(['x.txt=french', '2=pt-br,a=b.md=spa', 'English'])).toEqual({
      bySource: [
        { source: 'x.txt', language: 'fr' },
        { source: '2', language: 'pt-BR' },
        { source: 'a=b.md', language: 'es' },
      ],
      inOrder: ['en'],
      where: '--lang',
    });
    expect(readLanguages([])).toBeUndefined();
  });

  test.each([['A=Spanish language'], ['A='], ['es,??'], ['A=xx'], ['zzz']])(
    '%s is no language',
    (value) => {
      expect(() => readLanguages([value])).toThrow(AppError);
    },
  );
});

describe('--only', () => {
  test('is a list of languages', () => {
    expect(readCandidates('Spanish, eng')).toEqual(['es', 'en']);
    expect(readCandidates(undefined)).toBeUndefined();
    expect(() => readCandidates('e!')).toThrow(/^--only: /);
  });
});
