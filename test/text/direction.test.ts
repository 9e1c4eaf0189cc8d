import { describe, expect, test } from 'vitest';
import { hasRightToLeft, isRightToLeft } from '../../src/text/direction.js';

describe('the direction of writing', () => {
  test('directions are known by language and by script', () => {
    expect(['he', 'ar', 'fa-IR', 'ur', 'yi', 'az-Arab'].every(isRightToLeft)).toBe(true);
    expect(['en', 'hi', 'zh-Hant', 'az', 'hr'].some(isRightToLeft)).toBe(false);
  });

  test.each('ar arc ckb dv fa he iw ks ku-Arab ps sd syr ug ur yi'.split(' '))(
    '%s is written from right to left',
    (language) => {
      expect(isRightToLeft(language)).toBe(true);
    },
  );

  test('a script in the tag counts more than the language', () => {
    expect(['sd-Deva', 'ks-Deva', 'ug-Cyrl', 'yi-Latn', 'ku'].some(isRightToLeft)).toBe(false);
    expect(['ms-Arab', 'ha-Arab', 'ff-Adlm', 'tr-Hebr'].every(isRightToLeft)).toBe(true);
  });

  test('a region determines the script of a language', () => {
    expect([isRightToLeft('pa-PK'), isRightToLeft('pa-IN')]).toEqual([true, false]);
  });

  test('an invalid tag counts as left to right', () => {
    expect(['', 'not a tag', 'en_US', '-'].some(isRightToLeft)).toBe(false);
  });

  test('right-to-left letters are recognised', () => {
    expect(['שלום', 'a ب', 'ދިވެހި', '𐤀', '𞤀'].every(hasRightToLeft)).toBe(true);
    expect(['plain', 'Ελλάδα', '狗', 'नमस्ते', '27 %'].some(hasRightToLeft)).toBe(false);
  });
});
