import { describe, expect, test } from 'vitest';
import { oneLine, safeText, visibleData, visibleText } from '../../src/terminal/safe-text.js';

describe('safeText', () => {
  test('shows control characters instead of sending them', () => {
    expect(safeText('a\u001b[31mb\u0007c\u0000d\u007fe')).toBe('a␛[31mb␇c␀d␡e');
    expect(safeText('\u009b31m')).toBe('\ufffd31m');
    expect(safeText('x\r\u0008y')).toBe('x␍␈y');
  });

  test('removes characters that reorder the line, keeps those that join letters', () => {
    expect(safeText('a\u202eb\u2066c\u200fd')).toBe('abcd');
    expect(safeText('می\u200cخواهم')).toBe('می\u200cخواهم');
  });

  test('keeps line breaks and tabs; oneLine turns them into spaces', () => {
    expect(safeText('a\n\tb')).toBe('a\n\tb');
    expect(oneLine(' a\r\n\tb\u2028c ')).toBe('a b c');
  });
});

describe('invisible characters', () => {
  const tag = '\u{e0041}';
  const england = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}';

  test('are removed from text for people, except joiners and flags', () => {
    expect(safeText(`a\u200bb\ufeffc\u2060d${tag}e`)).toBe('abcde');
    expect(safeText(`क्\u200dष ${england}`)).toBe(`क्\u200dष ${england}`);
  });

  test('are escaped in data as in JSON', () => {
    expect(visibleData('a\u001b[31mb\u009bc\u007f')).toBe('a\\u001b[31mb\\u009bc\\u007f');
    expect(visibleData('a\u202eb\u2066c\u200b\ufeff')).toBe('a\\u202eb\\u2066c\\u200b\\ufeff');
    expect(visibleData(`${tag} ${england} \ud800`)).toBe(`\\udb40\\udc41 ${england} \\ud800`);
    expect(visibleData('a\tb\r\nc\rd\n')).toBe('a\tb\r\nc\\u000dd\n');
    const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join('');
    expect(JSON.parse(visibleData(JSON.stringify({ all, tag })))).toEqual({ all, tag });
  });

  test('are escaped in our own text, except colours', () => {
    expect(visibleText('\u001b[1mbold\u001b[22m \u001b]0;x\u0007', true)).toBe(
      '\u001b[1mbold\u001b[22m \\u001b]0;x\\u0007',
    );
    expect(visibleText('\u001b[1m', false)).toBe('\\u001b[1m');
  });
});
