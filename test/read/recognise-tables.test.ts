import { describe, expect, test } from 'vitest';
import { headLength, recogniseFormat } from '../../src/read/formats.js';

const formatOf = (text: string, name = 'a.txt', segmented = false): string =>
  recogniseFormat(
    name,
    new TextEncoder().encode(text).subarray(0, headLength),
    undefined,
    segmented,
  ).name;

describe('tables under any name', () => {
  test.each([
    ['csv', 'en,es\n"Hello, you.",Hola.\n'],
    ['csv', 'id;English;Spanish;checked by\r\n1;Hello.;Hola.;Ana\r\n'],
    ['csv', '"source","target"\n"A ""word"", and\nmore.","Una palabra."\n'],
    ['csv', '"Hello, you.","Hola."\n"Bye.","Adiós."\n'],
    ['tsv', 'en\tpt-BR\nHello.\tOi.\n'],
    ['tsv', 'Hello.\tHola.\nGo on, please.\tSiga, por favor.\nBye.\tAdiós.\n'],
    ['tsv', '1\tHello.\tHola.\n2\tGo on.\tSiga.\n3\tBye.\tAdiós.\n'],
    ['jsonl', '{"en": "Hello.", "es": "Hola."}\n{"en": "Bye.", "es": "Adiós."}\n'],
    ['jsonl', '{"translation": {"en": "a", "es": "b"}}\n{"translation": {"en": "a", "es": "b"}}\n'],
  ])('%s: %j', (format, text) => {
    for (const name of ['a.txt', 'a', 'a.dat']) expect(formatOf(text, name)).toBe(format);
    const long = text + text.slice(text.indexOf('\n') + 1).repeat(400);
    expect(formatOf(long)).toBe(format);
  });

  test('json lines that are longer than what is looked at', () => {
    expect(formatOf(`{"text": "${'Long. '.repeat(2000)}"}\n{"text": "Short."}\n`)).toBe('jsonl');
    expect(formatOf(`{"pt-BR": "${'Longo. '.repeat(2000)}"}\n`)).toBe('jsonl');
    expect(formatOf(`{"and so": "${'on. '.repeat(2000)}"}\n`)).toBe('text');
  });

  test('in UTF-16, as Excel saves Unicode text', () => {
    const bytes = Buffer.from('\ufeffen\tes\r\nHello.\tHola.\r\n', 'utf16le');
    expect(recogniseFormat('a.txt', bytes).name).toBe('tsv');
  });
});

describe('what is no table', () => {
  test.each([
    'English, Spanish and German are spoken here.\nNo other languages, though.\n',
    'English, Spanish\n\nThe two languages of the island, and others, are old.\n',
    'Well, yes.\nNo, not now.\nPerhaps, later.\n',
    'It is late, he said.\nIt is, she said.\n',
    '"Yes," he said.\n"No," she said.\n',
    '"Yes", he said.\n"No", she said.\n',
    'Chapter one\t12\nChapter two\t40\nChapter three\t77\n',
    'Name:\tAnna\n\nDear Anna,\nI write to you.\n',
    '\tIndented verse\n\tgoes on like this\n\tto the end\n',
    '1\tThe first sentence.\n2\tThe second.\n3\tThe third.\n',
    '{curly braces} are no JSON.\n{"neither": is this}\n',
    '{\n  "name": "x"\n}\n',
    '{"only": "one line"}\n',
    'a;b\nc;d\n',
    'no, no\nso, so\n',
    '# Title, with comma\n\nText, more text.\n',
  ])('%j', (text) => {
    expect(formatOf(text)).toBe('text');
    expect(formatOf(text, 'a.md')).toBe('markdown');
  });

  test('another format that its name says it is', () => {
    for (const [name, format] of [
      ['a.columns', 'columns'],
      ['a.csv', 'csv'],
      ['a.md', 'markdown'],
    ] as const)
      expect(formatOf('en\tes\nHello.\tHola.\n', name)).toBe(format);
  });

  test('lines of one sentence each, whatever is in them', () => {
    expect(formatOf('en\tes\nHello.\tHola.\n', 'a.txt', true)).toBe('text');
  });
});
