import { describe, expect, it } from 'vitest';
import { refuseLongBlocks } from '../../src/read/long-blocks.js';
import { findParagraphs } from '../../src/read/documents/text.js';

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

  it('are read up to the limit', () => {
    expect(() => refuseLongBlocks('a.txt', found, 'file', 19)).not.toThrow();
  });
});
