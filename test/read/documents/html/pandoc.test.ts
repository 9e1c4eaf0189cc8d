import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../../src/read/read-source.js';

/** The blocks of `document.md`, as `test/fixtures/html/make.sh` has pandoc write it down. */
const document = [
  'The keeper [h1]',
  'There was a keeper on the island of Hestholm who had not spoken to anybody for eleven years. Ships passed, and he lit the lamp for them, and that was all.',
  'He had a garden of 12 m2 and a list of what grew in it:',
  'cabbage, which did well [list-item]',
  'leeks [list-item]',
  'They wanted shelter from the wind. [list-item]',
  'nothing else [list-item]',
  'In the morning he read the barometer. [list-item]',
  'In the evening he wrote down what it had said. [list-item]',
  '“You can’t stay here,” said the keeper, and was surprised by his own voice. [quotation]',
  'The gull [h2]',
  'Gull [list-item]',
  'A bird that comes when the lamp goes out. [list-item]',
  'Lamp [list-item]',
  'What it comes for. [list-item]',
  'What the keeper counted. [caption]',
  ...['Year', 'Gulls', 'Ships', '1901', '1', '212', '1902', '5', '198'].map(
    (cell) => `${cell} [table-cell]`,
  ),
  'The gull stayed.\nIn the spring there were two of them.',
  'barometer: 29.8\nwind: none',
  'The inspector’s letter, which is dated 3 May 1903, says “H2O in the oil” and nothing else.',
  'Eleven years and four months. The log says so. [footnote]',
  'It was found in 1954. [footnote]',
];
const title = ['The lamp on Hestholm [h1]', 'A made-up author'];

describe('a document that pandoc made comes out as it went in', () => {
  test.each([
    ['html/fragment.html', []],
    ['html/document.html', title],
    ['epub/pandoc-2.epub', title],
    ['epub/pandoc-3.epub', title],
  ])('%s', async (path, front) => {
    const bytes = readFileSync(new URL(`../../../fixtures/${path}`, import.meta.url));
    const [source] = (await readSource(path, bytes)).sources;
    const blocks = (source?.blocks ?? []).flatMap(({ start, end, heading, kind, noise }) => {
      const mark = heading > 0 ? `h${heading}` : kind;
      const text = source?.text.slice(start, end) ?? '';
      return noise === null ? [mark === undefined ? text : `${text} [${mark}]`] : [];
    });
    expect(blocks).toEqual([...front, ...document]);
  });
});
