import { describe, expect, it } from 'vitest';
import { refuseLongBlocks, refuseManyLines } from '../../../src/read/documents/long-blocks.js';
import { findParagraphs } from '../../../src/read/documents/text.js';

describe('paragraphs too long to be worked on', () => {
  const text = 'Short.\r\n\nOne that is longer.\nEnd.';
  const found = { text, blocks: findParagraphs(text).map((span) => ({ ...span, heading: 0 })) };

  it('are refused with their line in a file that is text', () => {
    expect(() => refuseLongBlocks('a.txt', found, 'file', 18)).toThrow(
      'a.txt:3: a paragraph of 19 characters; at most 18 can be read',
    );
  });

  it('are refused with their number in a text that was extracted', () => {
    expect(() => refuseLongBlocks('a.docx', found, 'extracted', 18)).toThrow(
      'a.docx: paragraph 2: a paragraph of 19 characters; at most 18 can be read',
    );
  });

  it('are refused by number if there are too many of them', () => {
    const empty = { start: 0, end: 0, heading: 0 };
    const blocks = new Array<typeof empty>(4_000_001).fill(empty);
    expect(() => refuseLongBlocks('a.txt', { text: '', blocks }, 'file')).toThrow(
      'a.txt: holds more than 4000000 paragraphs',
    );
  });

  it('are refused by the lines of a file, empty ones not counted', () => {
    const lines = 'one\n\ntwo\r\n\r\nthree\n';
    expect(() => refuseManyLines('a.txt', lines, 2)).toThrow('a.txt: holds more than 2 lines');
    expect(() => refuseManyLines('a.txt', lines, 3)).not.toThrow();
  });

  it('are read up to the limit', () => {
    expect(() => refuseLongBlocks('a.txt', found, 'file', 19)).not.toThrow();
  });
});
