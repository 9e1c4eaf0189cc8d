import { describe, expect, test } from 'vitest';
import { controlCharacters, describeBinary } from '../../../src/read/decode/binary.js';

describe('describeBinary', () => {
  test.each([
    ['a PDF document', '%PDF-1.7\n'],
    ['a ZIP archive, perhaps .docx, .odt or .epub', 'PK\u0003\u0004rest'],
    ['an RTF document', '{\\rtf1\\ansi'],
    ['gzip data', '\u001f\u008b\u0008'],
    ['a JPEG image', '\u00ff\u00d8\u00ff\u00e0'],
    ['an SQLite database', 'SQLite format 3\u0000'],
  ])('knows %s', (what, content) => {
    expect(describeBinary(Buffer.from(content, 'latin1'))).toBe(what);
  });

  test.each([
    'Plain text.\r\n\twith tabs\f and pages',
    'Colours \u001b[31m\u001b[0m\u001b[31m\u001b[0m\u001b[31m of a terminal',
    `One stray \u0001 mark in ${'much '.repeat(300)}`,
    'Gr\u00f6\u00dfe in Latin-1',
  ])('takes for text: %j', (content) => {
    expect(describeBinary(Buffer.from(content, 'latin1'))).toBeNull();
    expect(controlCharacters(Buffer.from(content, 'latin1'))).toBeNull();
  });
});

describe('controlCharacters', () => {
  test.each([
    ['zero byte at offset 4', 'text\u0000 and more'],
    ['6 control characters', 'text\u0001\u0002\u0003\u0004\u0005\u0006'],
  ])('finds %s', (what, content) => {
    expect(controlCharacters(Buffer.from(content, 'latin1'))).toBe(what);
  });
});
