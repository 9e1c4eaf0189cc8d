import { describe, expect, test } from 'vitest';
import { readInputs } from '../../src/pipeline/read-inputs.js';
import type { DocumentFormat } from '../../src/read/formats.js';

/** A file of words, each a text with a block of its own, in French; the first two belong together. */
const words: DocumentFormat = {
  name: 'words',
  endings: ['.words'],
  sniff: () => false,
  load: () =>
    Promise.resolve({
      takes: 'text',
      textIs: 'extracted',
      read: (_name, text) => ({
        texts: text.split(' ').map((part) => ({
          part,
          language: 'fr',
          text: part,
          blocks: [{ start: 0, end: part.length, heading: 0 }],
        })),
        links: [{ a: 0, b: 1, links: [{ a: [1], b: [1] }] }],
      }),
    }),
};
const formats = [words];
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('readInputs', () => {
  test('takes what two texts repeat for text, what one repeats for noise', async () => {
    const again = (name: string, text: string) => ({ name, text: `${text}\n\nx\n\n${text}` });
    const a = again('a', 'The tenant shall keep the garden in the state in which he found it.');
    const b = again('b', 'El inquilino mantendrá el jardín en el estado en que lo encontró.');
    const noise = async (...inputs: (typeof a)[]) => {
      const { texts } = await readInputs(inputs, {});
      return texts.map(({ blocks }) => blocks.map((block) => block.noise));
    };
    expect(await noise(a, b)).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
    expect(await noise(a, { name: 'c', text: 'Otra cosa.' })).toEqual([
      [null, null, 'repeat'],
      [null],
    ]);
  });

  test('gives every text a name of its own, and what people may call it', async () => {
    const { texts, named } = await readInputs(
      [
        { name: 'a.words:un', text: 'A file that is really called so.' },
        { name: 'a.words', operand: 'dir/a.words', bytes: bytes('un deux') },
        { name: 'b.txt', operand: './b.txt', bytes: bytes('Plain.') },
      ],
      { formats },
    );
    expect(named).toEqual([
      { name: 'a.words:un' },
      { name: 'a.words:un#2', operand: 'dir/a.words:un' },
      { name: 'a.words:deux', operand: 'dir/a.words:deux' },
      { name: 'b.txt', operand: './b.txt' },
    ]);
    expect(texts.map(({ name }) => name)).toEqual(named.map(({ name }) => name));
  });

  test('gives the links of each file among the texts of all', async () => {
    const input = { name: 'a.words', bytes: bytes('un deux') };
    const { links } = await readInputs([{ name: 'x', text: 'X.' }, input], { formats });
    const span = (end: number) => [{ start: 0, end }];
    expect(links).toEqual([{ a: 1, b: 2, links: [{ a: span(2), b: span(4) }] }]);
  });

  test('takes the language that a file states, unless people say another', async () => {
    const input = { name: 'a.words', bytes: bytes('un deux') };
    const languages = { bySource: [{ source: 'C', language: 'oc' }], inOrder: [], where: '--lang' };
    const read = await readInputs([{ name: 'x', text: 'X.' }, input], { formats, languages });
    expect(read.languages).toEqual([undefined, 'fr', 'oc']);
  });
});
