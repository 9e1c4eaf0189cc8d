import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.js';
import { languageTag } from '../../../src/pipeline/files/language-tag.js';

describe('languageTag', () => {
  test.each([
    ['ES', 'es'],
    ['spa', 'es'],
    ['zh_hant', 'zh-Hant'],
    ['pt-br', 'pt-BR'],
    [' de ', 'de'],
  ])('%s is %s', (text, tag) => {
    expect(languageTag(text, 'x')).toBe(tag);
  });

  test.each(['', 'Spanish language', '??'])('"%s" is none, and the message says where', (text) => {
    expect(() => languageTag(text, 'lang_a')).toThrow(AppError);
    expect(() => languageTag(text, 'lang_a')).toThrow(/^lang_a: /);
  });
});
