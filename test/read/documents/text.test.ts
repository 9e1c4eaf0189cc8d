import { describe, expect, test } from 'vitest';
import { findParagraphs, sentenceLines } from '../../../src/read/documents/text.js';
import { processorTime } from '../../processor-time.js';

const blocksOf = (text: string, segmented = false): string[] =>
  (segmented ? sentenceLines(text) : findParagraphs(text)).map(({ start, end }) =>
    text.slice(start, end),
  );

describe('blocks of plain text', () => {
  test('are lines where lines are whole paragraphs', () => {
    expect(blocksOf('One line.\nAnother one.\r\n\r\nA third.\n')).toEqual([
      'One line.',
      'Another one.',
      'A third.',
    ]);
  });

  test('are runs of lines in a file that was broken to a width', () => {
    const text = [
      'The river had been rising since the morning, and nobody in the',
      'village could remember a spring like this one. The old men sat on',
      'the wall and watched the water, saying little.',
      '',
      'By evening the first cellars were full. Women carried chairs and',
      'bedding up the hill, and the children followed them with lamps in',
      'their hands.',
    ].join('\n');
    const blocks = blocksOf(text);
    expect(blocks).toHaveLength(2);
    expect(blocks[0]).toMatch(/^The river[\s\S]*little\.$/);
  });

  test('stay lines in a file of short sentences of like length', () => {
    expect(blocksOf('He came home late.\nShe was not there.\nHe sat by the door.\n')).toHaveLength(
      3,
    );
  });

  test('stay lines in verse', () => {
    const verse =
      'Tyger Tyger, burning bright,\nIn the forests of the night;\nWhat immortal hand\nOr eye,';
    expect(blocksOf(verse)).toHaveLength(4);
  });

  test('are every line of a segmented file, empty ones included', () => {
    const blocks = blocksOf('One.\n\n  Two. Three.\nFour\n', true);
    expect(blocks).toEqual(['One.', '', 'Two. Three.', 'Four']);
  });

  test('take time linear in the size of the file', async () => {
    const line = `${'word '.repeat(30)}end of it number`;
    const text = Array.from({ length: 20_000 }, (_, i) => `${line} ${i}.`).join('\n');
    const find = () => expect(findParagraphs(text)).toHaveLength(20_000);
    expect(await processorTime(find)).toBeLessThan(10_000);
  });
});
