/** Documents in XML as pandoc writes them (Debian: pandoc). */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { textsOf } from '../../tables/texts-of.js';

const isMissing =
  spawnSync('pandoc', ['--version']).status !== 0 &&
  process.env['PARALIGN_ALL_PROGRAMS'] === undefined;

const markdown = `# A first heading

A paragraph with *emphasis*, a [link](https://example.org) and \`code\`.[^1] It goes on
in the next line.

[^1]: The text of the note.

## Deeper

- one item
- another item

    with a second paragraph

> A quotation of
> two lines.

| Head | Two |
|------|-----|
| cell | x   |

Last words – with letters: Привет, 你好。

![A picture](x.png)
`;

const body = [
  'A first heading',
  'A paragraph with emphasis, a link and code. It goes on in the next line.',
  'Deeper',
  'one item',
  'another item',
  'with a second paragraph',
  'A quotation of two lines.',
  'Head',
  'Two',
  'cell',
  'x',
  'Last words – with letters: Привет, 你好。',
  'A picture',
];
const note = 'The text of the note.';
const withNote = [...body.slice(0, 2), note, ...body.slice(2)];

test.skipIf(isMissing).each([
  ['tei', 'tei', withNote],
  ['docbook4', 'xml', withNote],
  ['docbook5', 'xml', withNote],
  ['jats', 'xml', [...body, note]],
])("pandoc's %s is read with every paragraph", async (writer, format, blocks) => {
  const { stdout } = spawnSync('pandoc', ['--standalone', '--from=markdown', `--to=${writer}`], {
    input: markdown,
  });
  const read = await textsOf('a.xml', stdout);
  expect(read.format).toBe(format);
  expect(read.texts['a.xml']).toEqual(blocks);
});
