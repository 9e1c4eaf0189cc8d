import { describe, expect, test } from 'vitest';
import { readSource } from '../../../src/read/read-source.js';

const read = (value: unknown, name = 'x.json') =>
  readSource(name, new TextEncoder().encode(JSON.stringify(value, null, 1)));

const linked = {
  sources: [
    { name: 'x.json:en', language: 'en', text: 'One.\nTwo.' },
    { name: 'x.json:es', language: 'es', text: 'Uno.\nDos.' },
  ],
  links: [
    {
      a: 0,
      b: 1,
      links: [
        { a: [1], b: [1] },
        { a: [2], b: [2] },
      ],
    },
  ],
};

describe('a list in JSON', () => {
  test.each([
    [
      'of objects',
      [
        { en: 'One.', es: 'Uno.' },
        { en: 'Two.', es: 'Dos.' },
      ],
    ],
    [
      'of translations',
      [{ translation: { en: 'One.', es: 'Uno.' } }, { translation: { en: 'Two.', es: 'Dos.' } }],
    ],
    [
      'in an object',
      {
        version: 1,
        data: [
          { id: 'x', en: 'One.', es: 'Uno.' },
          { en: 'Two.', es: 'Dos.' },
        ],
      },
    ],
    [
      'of rows',
      [
        ['en', 'es'],
        ['One.', 'Uno.'],
        ['Two.', 'Dos.'],
      ],
    ],
    ['for each column', { en: ['One.', 'Two.'], es: ['Uno.', 'Dos.'] }],
  ])('%s is a table', async (_what, value) => {
    expect(await read(value)).toMatchObject(linked);
  });

  test('of texts is running text, with the number of each as its place', async () => {
    const { sources } = await read([{ text: 'One.' }, { text: 'Two.' }]);
    expect(sources.map(({ text }) => text)).toEqual(['One.\nTwo.']);
    expect(sources[0]?.blocks[1]?.locator).toEqual({ kind: 'unit', id: 'item 2' });
  });

  test('is recognised whatever its name is', async () => {
    const { sources } = await read([{ en: 'One.', es: 'Uno.' }], 'memory');
    expect(sources.map(({ format }) => format)).toEqual(['json', 'json']);
  });

  test.each([
    ['"a text"', /not a list/],
    ['{"name": "x", "version": 1}', /not a list/],
    ['[{"en": "a"}, 2]', /item 2 is not an object/],
    ['[{"en": "a"},\n {"en": }]', /x\.json:2:\d+: not valid JSON/],
    ['['.repeat(100_000), /not valid JSON/],
  ])('%.20s is refused with the reason', async (text, message) => {
    const reading = readSource('x.json', new TextEncoder().encode(text));
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toMatchObject({ code: 'unreadable-document' });
  });

  test('with a text that is longer than any line of JSON lines may be is refused, with its place', async () => {
    const text = 'A sentence. '.repeat(1_400_000);
    await expect(read([{ text: 'One.' }, { text }])).rejects.toThrow(
      'x.json: item 2, "text": a text of more than 16777216 characters',
    );
  });
});
