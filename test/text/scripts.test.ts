import { describe, expect, test } from 'vitest';
import {
  dictionarySegmented,
  hasIdeograph,
  ideographic,
  sentenceSeparator,
  unspaced,
} from '../../src/text/scripts.js';

const isIn = (scripts: string, character: string): boolean =>
  new RegExp(`^[${scripts}]$`, 'u').test(character);

describe('scripts written without spaces', () => {
  test.each(['漢', 'か', 'カ', '𠮷'])('Chinese and Japanese: %s', (character) => {
    expect(hasIdeograph(`a${character}b`)).toBe(true);
    expect(isIn(ideographic, character)).toBe(true);
    expect(isIn(dictionarySegmented, character)).toBe(false);
    expect(isIn(unspaced, character)).toBe(true);
  });

  test.each(['ก', 'ກ', 'ក', 'က'])('Southeast Asian: %s', (character) => {
    expect(isIn(ideographic, character)).toBe(false);
    expect(isIn(dictionarySegmented, character)).toBe(true);
    expect(isIn(unspaced, character)).toBe(true);
  });

  test.each(['a', '한', 'ع', 'अ', '1', ' '])('not "%s"', (character) => {
    expect(isIn(unspaced, character)).toBe(false);
  });

  test.each([
    ['zh-Hant', ''],
    ['ja', ''],
    ['th-TH', ''],
    ['en', ' '],
    ['ko', ' '],
    ['tl', ' '],
  ])('sentences of %s are joined with "%s"', (tag, separator) => {
    expect(sentenceSeparator(tag)).toBe(separator);
  });
});
