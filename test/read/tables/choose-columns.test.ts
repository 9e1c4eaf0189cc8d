import { describe, expect, test } from 'vitest';
import { chooseColumns } from '../../../src/read/tables/choose-columns.js';

const choose = (rows: readonly (readonly string[])[], named?: readonly string[]) => {
  const { columns, hasHeader } = chooseColumns('t.csv', rows, named);
  return {
    hasHeader,
    columns: columns.map(({ index, name, language }) => [index, name, language]),
  };
};

const long = 'This is a sentence of some length.';
const phrase = 'Dies ist ein Satz von einiger Länge.';

describe('columns that are named', () => {
  const rows = [
    ['id', 'English', 'Deutsch', 'en'],
    ['1', long, phrase, 'x'],
  ];

  test('are found by header first, then by letter, then by number', () => {
    expect(choose(rows, ['deutsch', 'English'])).toEqual({
      hasHeader: true,
      columns: [
        [2, 'Deutsch', 'de'],
        [1, 'English', 'en'],
      ],
    });
    expect(choose(rows, ['b', 'C']).columns.map(([index]) => index)).toEqual([1, 2]);
    expect(choose(rows, ['3', '2']).columns.map(([index]) => index)).toEqual([2, 1]);
    expect(choose(rows, ['en']).columns).toEqual([[3, 'en', 'en']]);
  });

  test('must be there, once, and under one name', () => {
    expect(() => choose(rows, ['French'])).toThrow(
      't.csv: there is no column "French": its columns are A (id), B (English), C (Deutsch), D (en)',
    );
    expect(() => choose(rows, ['B', '2'])).toThrow('t.csv: column B is named twice');
    expect(() => choose([['x', 'x']], ['x'])).toThrow('t.csv: columns A and B are both called "x"');
  });
});

describe('columns that are not named', () => {
  test('are those whose headers name languages', () => {
    const rows = [
      ['id', 'EN', 'context', 'pt-BR'],
      ['7', long, 'greeting on the page', phrase],
    ];
    expect(choose(rows)).toEqual({
      hasHeader: true,
      columns: [
        [1, 'EN', 'en'],
        [3, 'pt-BR', 'pt-BR'],
      ],
    });
  });

  test('are those called source and target', () => {
    const rows = [
      ['key', 'source', 'target', 'comment'],
      ['a.b', long, phrase, 'please check this again'],
    ];
    expect(choose(rows).columns.map(([index]) => index)).toEqual([1, 2]);
  });

  test('are the only two with text, without a header too', () => {
    expect(choose([['1', long, phrase]])).toEqual({
      hasHeader: false,
      columns: [
        [1, 'B', undefined],
        [2, 'C', undefined],
      ],
    });
  });

  test.each([
    ['No', 'Nein'],
    ['No', 'Non'],
    ['Yes', 'Si'],
    ['Hello', 'Hola'],
  ])('begin with a text, not a header, in a list of phrases: %s, %s', (a, b) => {
    const phrases = [
      [a, b],
      ['Good morning', 'Buenos días'],
    ];
    expect(choose(phrases).hasHeader).toBe(false);
  });

  test('are asked for when more could be meant', () => {
    const rows = [
      ['one', 'two', 'three'],
      [long, phrase, 'Ceci est une phrase assez longue.'],
    ];
    expect(() => choose(rows)).toThrow(
      't.csv: it is not clear which of its 3 columns contain the texts: its columns are A (one), B (two), C (three)',
    );
  });
});
