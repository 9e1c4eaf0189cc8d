import { describe, expect, test } from 'vitest';
import { tableOfLinks } from '../../src/pipeline/linked-table.js';
import { readInputs } from '../../src/pipeline/read-inputs.js';
import type { DocumentFormat } from '../../src/read/formats.js';

/** A format with a unit on each line: `en | fr`, either of which may be missing. */
const pairs: DocumentFormat = {
  name: 'pairs',
  endings: ['.pairs'],
  sniff: () => false,
  load: () =>
    Promise.resolve({
      takes: 'text',
      textIs: 'extracted',
      read: (_name, text) => {
        const units = text.split('\n').map((line) => line.split('|').map((side) => side.trim()));
        const side = (index: number) => {
          const blocks: { start: number; end: number; heading: number }[] = [];
          let whole = '';
          const numbers = units.map((unit) => {
            const own = unit[index] ?? '';
            if (own === '') return null;
            if (whole !== '') whole += '\n';
            blocks.push({ start: whole.length, end: whole.length + own.length, heading: 0 });
            whole += own;
            return blocks.length;
          });
          return { text: whole, blocks, numbers };
        };
        const [en, fr] = [side(0), side(1)];
        const links = units.flatMap((_, unit) => {
          const [a, b] = [en.numbers[unit], fr.numbers[unit]];
          return a && b ? [{ a: [a], b: [b] }] : [];
        });
        return {
          texts: [
            { text: en.text, blocks: en.blocks, part: 'en', language: 'en' },
            { text: fr.text, blocks: fr.blocks, part: 'fr', language: 'fr' },
          ],
          links: [{ a: 0, b: 1, links }],
        };
      },
    }),
};

const open = async (text: string, checks = true) => {
  const bytes = new TextEncoder().encode(text);
  const read = await readInputs([{ name: 'm.pairs', bytes }], { formats: [pairs] });
  return tableOfLinks(read, { checks });
};

describe('a file that links texts itself', () => {
  test('becomes rows as it stands: a unit is a row, however many sentences it has', async () => {
    const table = await open('One. Two.|Un. Deux.\nThree.|Trois.');
    expect(table?.sources.map(({ name }) => name)).toEqual(['m.pairs:en', 'm.pairs:fr']);
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      [[0], [0]],
      [[1], [1]],
    ]);
    expect(table?.rows[0]).toMatchObject({ method: 'anchor', confidence: 1, score: 0 });
    expect(table?.sources[0]?.sentences.map(({ text }) => text)).toEqual(['One. Two.', 'Three.']);
  });

  test('keeps what it links with nothing, in its place', async () => {
    const table = await open('One.|Un.\n|Seul.\nAlone.|\nTwo.|Deux.');
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      [[0], [0]],
      [[1], []],
      [[], [1]],
      [[2], [2]],
    ]);
  });

  test('may say the same thing again and again: none of it is noise', async () => {
    const line =
      'The parties agree to the following terms.|Les parties conviennent de ce qui suit.';
    const table = await open(`${line}\n${line}\n${line}`);
    expect(table?.rows).toHaveLength(3);
    expect(table?.sources[0]?.sentences.map(({ noise }) => noise)).toEqual([null, null, null]);
  });

  test('is checked like any other alignment', async () => {
    const unit = 'It cost 300 dollars.|Cela a coûté 200 dollars.';
    expect((await open(unit))?.rows[0]?.checks).toMatchObject([{ code: 'number' }]);
    expect((await open(unit, false))?.rows[0]?.checks).toEqual([]);
  });

  test('is none if it links nothing', async () => {
    const read = await readInputs([{ name: 'a.txt', text: 'One.' }], {});
    expect(await tableOfLinks(read)).toBeUndefined();
  });
});
