import { describe, expect, test } from 'vitest';
import { sourceNames } from '../../src/pipeline/load-files.js';
import {
  languageTag,
  readCandidates,
  readLanguages,
} from '../../src/cli/arguments/language-options.js';
import { findSource } from '../../src/cli/arguments/source-reference.js';
import { AppError } from '../../src/errors.js';

const sources = [
  { name: 'x.txt', operand: 'dir/x.txt' },
  { name: 'b', operand: 'b' },
  { name: 'stdin', operand: '-' },
];

describe('sourceNames', () => {
  test.each([
    [
      ['dir/a.txt', 'b.txt'],
      ['a.txt', 'b.txt'],
    ],
    [
      ['en/doc.txt', 'es/doc.txt', 'x.txt'],
      ['en/doc.txt', 'es/doc.txt', 'x.txt'],
    ],
    [
      ['1/en/doc.txt', '2/en/doc.txt'],
      ['1/en/doc.txt', '2/en/doc.txt'],
    ],
    [
      ['-', 'a.txt'],
      ['stdin', 'a.txt'],
    ],
    [
      ['/a/doc', 'doc'],
      ['a/doc', 'doc'],
    ],
  ])('%j are called %j', (paths, names) => {
    expect(sourceNames(paths)).toEqual(names);
    expect(new Set(sourceNames(paths)).size).toBe(paths.length);
  });
});

describe('findSource', () => {
  test('letters go on after z with aa', () => {
    const many = Array.from({ length: 28 }, (_, index) => ({ name: `s${index}.txt` }));
    expect(findSource('AB', many, '--lang')).toBe(27);
  });

  test.each([
    ['A', 0],
    ['c', 2],
    ['2', 1],
    ['x.txt', 0],
    ['dir/x.txt', 0],
    ['b', 1],
    ['-', 2],
  ])('%s is source %i', (reference, index) => {
    expect(findSource(reference, sources, '--lang')).toBe(index);
  });

  test.each(['D', '4', '0', 'y.txt', ''])(
    '"%s" is none, and the message lists all',
    (reference) => {
      expect(() => findSource(reference, sources, '--lang')).toThrow(AppError);
    },
  );
});

describe('--lang and --only', () => {
  test.each([
    [['A=es'], ['es', undefined, undefined]],
    [
      ['x.txt=fr', '2=pt-br'],
      ['fr', 'pt-BR', undefined],
    ],
    [['es,en,de'], ['es', 'en', 'de']],
    [['A=es,C=en'], ['es', undefined, 'en']],
    [['spa', 'eng', 'C=deu'].slice(2), [undefined, undefined, 'de']],
  ])('--lang %j', (values, languages) => {
    expect(readLanguages(values, sources)).toEqual(languages);
  });

  test.each([[['es']], [['es,en']], [['A=Spanish language']], [['Z=es']], [['A=']]])(
    '--lang %j is refused',
    (values) => {
      expect(() => readLanguages(values, sources)).toThrow(AppError);
    },
  );

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
