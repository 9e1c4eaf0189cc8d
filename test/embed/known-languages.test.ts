import { expect, test } from 'vitest';
import { knowsLanguage } from '../../src/embed/known-languages.js';

const model = new Set(['en', 'es', 'pt', 'zh', 'nb', 'tl', 'sr-Latn']);

test.each([
  ['es', true],
  ['pt-BR', true],
  ['zh-Hant', true],
  ['EN-gb', true],
  ['no', true],
  ['nn', false],
  ['fil', true],
  ['sr-Latn', true],
  ['sr', false],
  ['xh', false],
  ['und', true],
])('a model of some languages knows %s: %s', (tag, known) => {
  expect(knowsLanguage(model, tag)).toBe(known);
});

test('a model that names no languages is not doubted', () => {
  expect(knowsLanguage(null, 'xh')).toBe(true);
});
