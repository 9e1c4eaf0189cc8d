import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../../src/domain.js';
import { findParagraphs } from '../../../src/read/documents/text.js';
import { markNoise } from '../../../src/read/noise/mark-noise.js';

function noiseIn(text: string, more: Pick<Block, 'segmented'> = {}): Block[] {
  const blocks = findParagraphs(text).map((span, index) => ({
    number: index + 1,
    heading: 0,
    noise: null,
    ...span,
    ...more,
  }));
  return markNoise(text, blocks);
}

describe('noise', () => {
  const long =
    'The men did an excellent job, and nobody could take an inch of the ground they held.';
  const text = `${long}\nViews: 14\n${long}`;

  test('is page furniture and what is said again', () => {
    expect(noiseIn(text).map(({ noise }) => noise)).toEqual([null, 'boilerplate', 'repeat']);
  });

  test('is never what the file itself gives as a sentence', () => {
    const noise = noiseIn(text, { segmented: true }).map((block) => block.noise);
    expect(noise).toEqual([null, null, null]);
  });

  test('in the seeds is what a person would call noise', () => {
    const folder = new URL('../../../seeds/', import.meta.url);
    const numbers = Object.fromEntries(
      readdirSync(folder)
        .sort()
        .map((name) => {
          const text = readFileSync(new URL(name, folder), 'utf8');
          const noise = noiseIn(text).filter((block) => block.noise !== null);
          return [name.slice(0, 3), noise.map((block) => `${block.number} ${block.noise}`)];
        }),
    );
    expect(numbers).toEqual({
      '000': ['34 boilerplate', '35 boilerplate'],
      '001': [],
      '002': [],
      '003': [
        ...[4, 10, 11, 12, 16, 20, 25, 38, 50, 59].map((number) => `${number} repeat`),
        '66 boilerplate',
        '69 boilerplate',
      ],
      '004': ['1 boilerplate'],
    });
  });
});
