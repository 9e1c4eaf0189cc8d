import { describe, expect, test } from 'vitest';
import { findLanguage } from '../../../src/text/languages/find-language.js';
import { languageNames } from '../../../src/text/languages/names.js';

describe('a tag', () => {
  test.each([
    ['ES', 'es'],
    ['spa', 'es'],
    ['ger', 'de'],
    ['cmn', 'zh'],
    ['iw', 'he'],
    ['zh_hant', 'zh-Hant'],
    ['pt-br', 'pt-BR'],
    ['es-419', 'es-419'],
    ['ca-valencia', 'ca-valencia'],
    ['xum', 'xum'],
    ['qaa', 'qaa'],
    ['qtz-Latn', 'qtz-Latn'],
    ['und', 'und'],
    // Names of other languages too; the standard's reading wins.
    ['ga', 'ga'],
    ['mon', 'mn'],
  ])('%s is %s', (text, tag) => {
    expect(findLanguage(text)).toEqual({ tag });
  });

  test.each([
    ['xx', undefined],
    ['zzz', undefined],
    ['qua-x', undefined],
    ['jp', 'ja'],
    ['CZ', 'cs'],
    ['es-XY', 'es-ES'],
    ['sr-Cyrx', 'sr'],
    ['zh-Hant-XY', 'zh-Hant'],
    ['zh-Hanz', 'zh-Hans'],
    ['', undefined],
    ['??', undefined],
  ])('%s is none', (text, meant) => {
    expect(findLanguage(text)).toEqual({ tag: undefined, meant });
  });
});

describe('a name', () => {
  test.each([
    ['english', 'en'],
    ['  SPANISH ', 'es'],
    ['Español', 'es'],
    ['espanol', 'es'],
    ['français', 'fr'],
    ['franc\u0327ais', 'fr'],
    ['русский', 'ru'],
    ['العربية', 'ar'],
    ['日本語', 'ja'],
    ['हिन्दी', 'hi'],
    ['Thai', 'th'],
    ['Lao', 'lo'],
    ['Simplified Chinese', 'zh-Hans'],
    ['traditional-chinese', 'zh-Hant'],
    ['Brazilian Portuguese', 'pt-BR'],
    ['Norwegian Bokmal', 'nb'],
    ['Farsi', 'fa'],
    ['Chinese (Simplified)', 'zh-Hans'],
    ['Montenegrin', 'sr-ME'],
  ])('%s is %s', (text, tag) => {
    expect(findLanguage(text)).toEqual({ tag });
  });

  test.each([
    ['englsh', 'English'],
    ['Spanisch', 'Spanish'],
    ['deutch', 'Deutsch'],
    ['spagnol', 'español'],
    ['klingonese words', undefined],
    ['elvish', undefined],
    ['Japan', undefined],
  ])('%s is none; meant may be %s', (text, meant) => {
    expect(findLanguage(text)).toEqual({ tag: undefined, meant });
  });
});

test('every name in the table is found, with a known tag', () => {
  for (const line of languageNames.trim().split('\n')) {
    const end = line.indexOf(' ');
    const tag = line.slice(0, end);
    expect(findLanguage(tag)).toEqual({ tag });
    for (const name of line.slice(end + 1).split('|'))
      if (!/^[a-z]{2,3}$/i.test(name)) expect([name, findLanguage(name)]).toEqual([name, { tag }]);
  }
});
