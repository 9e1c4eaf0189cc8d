import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { cellWidth, graphemeWidth, isNarrow } from '../../src/terminal/cell-width.js';

describe('cellWidth', () => {
  test('equals string-width character by character, with and without shortcuts', () => {
    for (let code = 0x20; code < 0x10000; code++) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const character = String.fromCodePoint(code);
      if (cellWidth(character) !== stringWidth(character)) throw new Error(code.toString(16));
    }
  });

  test('plain text has the same width on the fast path', () => {
    expect(cellWidth('abc')).toBe(3);
    expect(cellWidth('狗在')).toBe(4);
  });

  test('counts user-perceived characters', () => {
    expect(cellWidth('👩‍👩‍👧é')).toBe(3);
    expect([graphemeWidth('a'), graphemeWidth('狗'), graphemeWidth('👍🏽')]).toEqual([1, 2, 2]);
  });

  test('text is narrow if every character takes one cell', () => {
    expect([isNarrow('Ещё “été” …'), isNarrow('狗'), isNarrow('e\u0301')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
