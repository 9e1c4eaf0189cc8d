import { describe, expect, test } from 'vitest';
import { keepSharedRepeats } from '../../../src/read/noise/shared-repeats.js';
import { readSource } from '../../../src/read/read-source.js';

const clause =
  'The lessee shall not assign this agreement without the prior written consent of the lessor.';
const klausel =
  'Der Mieter darf diesen Vertrag nicht ohne vorherige schriftliche Zustimmung des Vermieters abtreten.';
const body = (word: string, from: number, count: number) =>
  Array.from(
    { length: count },
    (_, at) => `${word} ${from + at}: ${`${word} body text ${from + at} `.repeat(4).trim()}.`,
  );

async function noiseOf(texts: readonly (readonly string[])[]): Promise<string[]> {
  const read = await Promise.all(
    texts.map(async (blocks, index) => {
      const { sources } = await readSource(`${index}.txt`, blocks.join('\n\n'));
      return sources;
    }),
  );
  return keepSharedRepeats(read.flat()).map(({ blocks }) =>
    blocks.flatMap(({ number, noise }) => (noise === null ? [] : [`${number} ${noise}`])).join(),
  );
}

describe('a block that is said again', () => {
  const contract = [...body('Article', 1, 3), clause, ...body('Article', 4, 3), clause];
  const vertrag = [...body('Artikel', 1, 3), klausel, ...body('Artikel', 4, 3), klausel];

  test('is text where the other source says it again too', async () => {
    expect(await noiseOf([contract, vertrag])).toEqual(['', '']);
  });

  test('is noise where the other source does not', async () => {
    expect(await noiseOf([contract, vertrag.slice(0, -1)])).toEqual(['8 repeat', '']);
    expect(await noiseOf([contract])).toEqual(['8 repeat']);
  });

  test('is text where the other one, too short to count as a repeat, is said again', async () => {
    const short = 'Ohne Zustimmung nicht abtretbar.';
    const other = vertrag.map((block) => (block === klausel ? short.padEnd(60, '.') : block));
    expect(await noiseOf([contract, other])).toEqual(['', '']);
  });

  test('is text by its place where others are said again on one side only', async () => {
    const [first = ''] = contract;
    const more = [...contract, ...body('Article', 7, 8), first];
    const less = [...vertrag, ...body('Artikel', 7, 9)];
    expect(await noiseOf([more, less])).toEqual(['17 repeat', '']);
  });

  test('is text in the two of three sources that say it again', async () => {
    expect(await noiseOf([contract, vertrag, body('Artículo', 1, 7)])).toEqual(['', '', '']);
  });

  test('is noise where it is a pull quote, on both sides too', async () => {
    const quoted = (own: readonly string[], quote: string) => [
      `${own[0] ?? ''} ${quote} ${own[1] ?? ''}`,
      quote,
      ...own.slice(2),
      quote,
    ];
    const texts = [quoted(body('Article', 1, 6), clause), quoted(body('Artikel', 1, 6), klausel)];
    expect(await noiseOf(texts)).toEqual(['2 repeat,7 repeat', '2 repeat,7 repeat']);
  });
});
