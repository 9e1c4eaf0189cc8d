import { describe, expect, test } from 'vitest';
import {
  languageTag,
  readCandidates,
  readLanguages,
} from '../../src/cli/arguments/language-options.js';
import { AppError } from '../../src/errors.js';

describe('--lang and --only', () => {
  test.each([
    [['A=es'], [['A', 'es']], []],
    [
      ['x.txt=fr', '2=pt-br'],
      [
        ['x.txt', 'fr'],
        ['2', 'pt-BR'],
      ],
      [],
    ],
    [['a=b.txt=fr'], [['a=b.txt', 'fr']], []],
    [['es,en,deu'], [], ['es', 'en', 'de']],
    [['A=es,en'], [['A', 'es']], ['en']],
  ])('--lang %j', (values, bySource, inOrder) => {
    expect(readLanguages(values)).toEqual({
      bySource: bySource.map(([source, language]) => ({ source, language })),
      inOrder,
      where: '--lang',
    });
  });

  test.each([[['A=Spanish language']], [['A=']], [['?']]])('--lang %j is refused', (values) => {
    expect(() => readLanguages(values)).toThrow(AppError);
  });

  test('tags are made canonical', () => {
    expect(['ES', 'spa', 'zh_hant', 'pt-br'].map((tag) => languageTag(tag, '--lang'))).toEqual([
      'es',
      'es',
      'zh-Hant',
      'pt-BR',
    ]);
    expect(readCandidates('es, eng')).toEqual(['es', 'en']);
    expect(readCandidates(undefined)).toBeUndefined();
  });
});
