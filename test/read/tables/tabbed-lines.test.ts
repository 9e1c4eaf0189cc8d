import { expect, test } from 'vitest';
import { readSource } from '../../../src/read/read-source.js';

const read = (text: string) => readSource('x.columns', new TextEncoder().encode(text));

test('lines of texts with tabs between them are linked texts, without a header and without quotes', async () => {
  const { sources, links } = await read('English\tSpanish\n"Hi", she said.\t"Hola".\n\tSolo.\n');
  expect(sources.map(({ name, text }) => [name, text])).toEqual([
    ['x.columns:a', 'English\n"Hi", she said.'],
    ['x.columns:b', 'Spanish\n"Hola".\nSolo.'],
  ]);
  expect(links).toEqual([
    {
      a: 0,
      b: 1,
      links: [
        { a: [1], b: [1] },
        { a: [2], b: [2] },
      ],
    },
  ]);
});

test('too many columns are refused with their line', async () => {
  await expect(read(`a\tb\n${'x\t'.repeat(60)}\n`)).rejects.toThrow(/x\.columns:2: more than 50/);
});
