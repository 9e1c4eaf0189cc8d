import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { blocksOf } from './blocks-of.js';

const read = (name: string): Promise<string[]> =>
  blocksOf(name, readFileSync(new URL(`../../fixtures/office/${name}`, import.meta.url)));

// LibreOffice wrote the others from the file of XML.
test.each(['changes.fodt', 'changes.odt', 'changes.docx', 'changes.rtf'])(
  'changes, notes, boxes and hidden text are read alike in every format: %s',
  async (name) => {
    expect(await read(name)).toEqual([
      'h1 | A title',
      'h1 | First chapter',
      'text | Kept and inserted text.',
      'text | A note and an endnote, too.',
      'footnote | Under the page, Привет.',
      'footnote | At the very end.',
      'text | Around a box there is text.',
      'text | In the box, 日本語.',
      'text | 東京漢字です。 Softhyphen non‑breaking a\nb c',
      'list-item | Item one',
      'list-item | Item two',
      'table-cell | c1',
      'table-cell | inner',
      'table-cell | c2',
      'table-cell | wide',
      'quotation | Quoted.',
      'text | Last مرحبا.',
      'text (boilerplate) | Harbour report',
      'text (boilerplate) | Page 1',
    ]);
  },
);
