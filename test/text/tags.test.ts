import { describe, expect, test } from 'vitest';
import { baseLanguage, intlLocale, primaryLanguage } from '../../src/text/tags.js';

describe('language tags', () => {
  test.each([
    ['pt-BR', 'pt'],
    ['zh-Hant-TW', 'zh'],
    ['EN', 'en'],
    ['sr_Latn', 'sr'],
    ['yue', 'yue'],
    ['', ''],
  ])('the base language of "%s" is "%s"', (tag, base) => {
    expect(baseLanguage(tag)).toBe(base);
  });

  test.each([
    ['no', 'nb'],
    ['iw-IL', 'he'],
    ['cmn-Hans', 'zh'],
    ['de-AT', 'de'],
  ])('detection names %s as %s', (tag, language) => {
    expect(primaryLanguage(tag)).toBe(language);
  });

  test('any tag makes a locale that Intl accepts', () => {
    expect(intlLocale('pt-br')).toBe('pt-BR');
    for (const tag of ['not a tag', '', 'x', '123']) {
      expect(() => new Intl.Segmenter(intlLocale(tag))).not.toThrow();
    }
  });
});
