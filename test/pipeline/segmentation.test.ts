import { describe, expect, test } from 'vitest';
import type { Source } from '../../src/domain.js';
import { segment } from '../../src/pipeline/segmentation.js';
import type { SourceInput, SourceOptions, TextInput } from '../../src/pipeline/source-input.js';

const text = (name: string, content: readonly string[]) => ({ name, text: content.join('\n') });

async function segmentOne(
  input: SourceInput | TextInput,
  options: SourceOptions = {},
): Promise<Source> {
  const { sources } = await segment(input, options);
  const [source] = sources;
  if (!source || sources.length > 1) throw new Error(`expected one source, not ${sources.length}`);
  return source;
}

/** A format of two texts; the second block of the first is two sentences. */
const twoTexts: SourceOptions = {
  from: 'two',
  language: 'en',
  formats: [
    {
      name: 'two',
      endings: [],
      sniff: () => false,
      load: () =>
        Promise.resolve({
          takes: 'bytes',
          textIs: 'extracted',
          read: () => ({
            texts: ['Here. He came. She went.', 'There. They met.'].map((content, index) => ({
              text: content,
              blocks: [
                { start: 0, end: 5 + index, heading: 0 },
                { start: 6 + index, end: content.length, heading: 0 },
              ],
            })),
            links: [{ a: 0, b: 1, links: [{ a: [2], b: [2] }] }],
          }),
        }),
    },
  ],
};

describe('segment', () => {
  test('gives sentences whose offsets give their text back', async () => {
    const source = await segmentOne(text('a', ['Dr. Smith came home. He was tired.', 'So was I.']));
    expect(source.sentences.map(({ text: content }) => content)).toEqual([
      'Dr. Smith came home.',
      'He was tired.',
      'So was I.',
    ]);
    for (const { start, end, text: content } of source.sentences)
      expect(source.text.slice(start, end)).toBe(content);
  });

  test('keeps lines as they are when they are sentences already', async () => {
    const source = await segmentOne(text('a', ['One. Two.', '', 'Three.']), {
      segmented: true,
      language: 'en',
    });
    expect(source.sentences.map(({ text: content }) => content)).toEqual([
      'One. Two.',
      '',
      'Three.',
    ]);
  });

  test('keeps a line whole that changes language inside', async () => {
    const lines = [
      'The ministers met in Geneva on Friday to talk about the war and about the peace that might follow. Los ministros se reunieron el viernes en Ginebra para hablar de la guerra y de la paz que podría seguir. Nadie quiso decir nada más a los periodistas que esperaban fuera.',
      'On Monday they will meet again.',
    ];
    const { sentences } = await segmentOne(text('a', lines), { segmented: true });
    expect(sentences.map(({ text: content }) => content)).toEqual(lines);
  });

  test('leaves a known text as it is, lone surrogates too', async () => {
    const known = 'Before \ud83d after. \udc4d is half a thumb.\nThe end.';
    const source = await segmentOne({ name: 'a', text: known });
    expect(source.text).toBe(known);
    expect(source.sentences.map(({ text: content }) => content)).toEqual([
      'Before \ud83d after.',
      '\udc4d is half a thumb.',
      'The end.',
    ]);
  });

  test('reads a known text by its name, as it does a file', async () => {
    const source = await segmentOne({ name: 'a.md', text: '# Title\n\n- One.\n' });
    expect(source.sentences.map(({ text: content }) => content)).toEqual(['Title', 'One.']);
    expect(source).toMatchObject({ format: 'markdown', textIs: 'file' });
  });

  test('takes a stream of bytes', async () => {
    async function* bytes(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(new TextEncoder().encode('One is '));
      yield new TextEncoder().encode('here. Two is there.');
    }
    const source = await segmentOne({ name: 'a', bytes: bytes() });
    expect(source.sentences.map(({ text: content }) => content)).toEqual([
      'One is here.',
      'Two is there.',
    ]);
  });

  test('gives all that a file holds, with links by sentence numbers', async () => {
    const { sources, links } = await segment({ name: 'm', bytes: Uint8Array.of(1) }, twoTexts);
    expect(sources.map(({ name, sentences }) => [name, sentences.length])).toEqual([
      ['m:1', 3],
      ['m:2', 2],
    ]);
    expect(links).toEqual([{ a: 0, b: 1, links: [{ a: [2, 3], b: [2] }] }]);
  });

  test('rejects what cannot be read', async () => {
    await expect(segment({ name: 'a', text: ' \n' })).rejects.toThrow('a: the file is empty');
  });
});
