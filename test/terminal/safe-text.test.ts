import { describe, expect, test } from 'vitest';
import { oneLine, safeText } from '../../src/terminal/safe-text.js';

describe('safeText', () => {
  test('shows control characters instead of sending them', () => {
    expect(safeText('a\u001b[31mb\u0007c\u0000d\u007fe')).toBe('a␛[31mb␇c␀d␡e');
    expect(safeText('\u009b31m')).toBe('\ufffd31m');
    expect(safeText('x\r\u0008y')).toBe('x␍␈y');
  });

  test('takes out what reorders the line, keeps what joins letters', () => {
    expect(safeText('a\u202eb\u2066c\u200fd')).toBe('abcd');
    expect(safeText('می\u200cخواهم')).toBe('می\u200cخواهم');
  });

  test('keeps line breaks and tabs; oneLine makes blanks of them', () => {
    expect(safeText('a\n\tb')).toBe('a\n\tb');
    expect(oneLine(' a\r\n\tb\u2028c ')).toBe('a b c');
  });
});
