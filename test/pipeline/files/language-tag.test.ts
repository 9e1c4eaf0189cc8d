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
    ['yue', 'yue'],
    ['sr-Latn', 'sr-Latn'],
    // Names, in English and in the language itself.
    ['english', 'en'],
    ['Spanish', 'es'],
    ['español', 'es'],
    ['Espanol', 'es'],
    ['中文', 'zh'],
    ['русский', 'ru'],
    ['العربية', 'ar'],
    ['Norwegian Bokmål', 'nb'],
    ['Cantonese', 'yue'],
  ])('%s is %s', (text, tag) => {
    expect(languageTag(text, 'x')).toBe(tag);
  });

  test.each(['', 'Spanish language', '??', 'xx', 'zzz', 'englisch-', 'klingonese', 'a'])(
    '"%s" is none, and the message says where',
    (text) => {
      expect(() => languageTag(text, 'lang_a')).toThrow(AppError);
      expect(() => languageTag(text, 'lang_a')).toThrow(/^lang_a: .* is not a known language(;|$)/);
    },
  );

  test('the nearest name is suggested', () => {
    expect(() => languageTag('englsh', '--lang')).toThrow(
      '--lang: "englsh" is not a known language; did you mean "English"?',
    );
  });
});
