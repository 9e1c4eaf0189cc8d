import { describe, expect, test } from 'vitest';
import type { Source } from '../../../src/domain.js';
import { segment } from '../../../src/pipeline/segmentation.js';
import { readAnchors } from '../../../src/pipeline/files/anchor-file.js';
import { anchorsOfTexts } from '../../../src/pipeline/references/text-anchors.js';

const source = async (name: string, text: string): Promise<Source> => {
  const [only] = (await segment({ name, text }, {})).sources;
  if (!only) throw new Error('no source');
  return only;
};
const sources = async () => [
  await source(
    'en',
    'The house is old. It is big.\n\nShe sleeps now. She sleeps now.\n\nThe end is near.',
  ),
  await source('es', 'Es grande. La casa es vieja.\n\nElla duerme ahora.\n\nEl fin está cerca.'),
];
const anchors = async (...pairs: [string, string][]) => {
  const { anchors: found, found: count } = anchorsOfTexts(await sources(), {
    name: 'm.tmx',
    pairs,
  });
  return { links: found.flatMap(({ links }) => links), count };
};

describe('pairs of texts that are known', () => {
  test('are anchors where both stand in the sources, whichever way round', async () => {
    expect(
      await anchors(
        ['The house is old.', 'La casa es vieja.'],
        ['El fin  está\ncerca.', 'The end is near.'],
        ['Not there.', 'No está.'],
      ),
    ).toEqual({
      links: [
        { a: [1], b: [2] },
        { a: [5], b: [4] },
      ],
      count: 2,
    });
  });

  test('may be several sentences of one paragraph', async () => {
    const pair: [string, string] = ['The house is old. It is big.', 'Es grande. La casa es vieja.'];
    expect((await anchors(pair)).links).toEqual([{ a: [1, 2], b: [1, 2] }]);
  });

  test('are none if nobody knows which sentence is meant, or the sentence has an anchor already', async () => {
    expect((await anchors(['She sleeps now.', 'Ella duerme ahora.'])).links).toEqual([]);
    expect(
      (await anchors(['It is big.', 'Es grande.'], ['It is big.', 'La casa es vieja.'])).links,
    ).toEqual([{ a: [2], b: [1] }]);
  });
});

describe('a file of anchors', () => {
  const read = (name: string, text: string) => readAnchors(name, new TextEncoder().encode(text));

  test('gives numbers, or texts if it is a table or a memory', async () => {
    expect((await read('a.txt', '1:2\n')).anchors).toMatchObject({ lines: [{ line: 1 }] });
    expect((await read('a.csv', 'a,b\n1,2\n')).anchors).toMatchObject({ lines: [{ line: 2 }] });
    expect(await read('a.csv', 'en,es\nThe end is near.,El fin está cerca.\n')).toEqual({
      anchorTexts: { name: 'a.csv', pairs: [['The end is near.', 'El fin está cerca.']] },
    });
    const tmx =
      '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>One.</seg></tuv>' +
      '<tuv xml:lang="es"><seg>Uno.</seg></tuv></tu></body></tmx>';
    expect((await read('m.tmx', tmx)).anchorTexts?.pairs).toEqual([['One.', 'Uno.']]);
  });

  test('names the line that is wrong', async () => {
    await expect(read('a.csv', 'a,b\nx,2\n')).rejects.toMatchObject({ code: 'bad-anchor' });
    await expect(read('a.csv', 'en\nOne.\n')).rejects.toMatchObject({
      code: 'bad-anchor',
      message: 'a.csv: links no texts',
    });
  });
});
