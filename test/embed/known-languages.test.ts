import { expect, test } from 'vitest';
import { knowledgeOf, knowsLanguage } from '../../src/embed/known-languages.js';

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

test.each([
  ['paralign-small', 'de', 'good', 'news'],
  ['paralign-small@0123456789abcdef', 'gu-IN', 'poor', 'news'],
  ['paralign-small', 'is', 'fair', 'news'],
  ['paralign-small', 'ga', 'poor', 'held-out text'],
  ['paralign-small', 'no', 'good', 'held-out text'],
])('%s knows %s: %s, measured on %s', (model, tag, level, measuredOn) => {
  expect(knowledgeOf(model, tag)).toMatchObject({ level, measuredOn });
});

test('nothing is claimed of English, unknown languages and other models', () => {
  expect(knowledgeOf('paralign-small', 'en')).toBeNull();
  expect(knowledgeOf('paralign-small', 'xh')).toBeNull();
  expect(knowledgeOf('someone/else', 'de')).toBeNull();
});
