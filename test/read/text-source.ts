/** What `readSource` makes of plain text, at once: for tests of what comes after reading. */
import type { SourceText } from '../../src/domain.js';
import { findParagraphs, sentenceLines } from '../../src/read/documents/text.js';
import { markNoise } from '../../src/read/noise/mark-noise.js';

export function textSource(text: string, segmented = false): SourceText {
  const found = segmented ? sentenceLines(text) : findParagraphs(text);
  const blocks = found.map((span, index) => ({
    heading: 0,
    ...span,
    number: index + 1,
    noise: null,
  }));
  return {
    name: 'a.txt',
    text,
    format: 'text',
    textIs: 'file',
    blocks: segmented ? blocks : markNoise(text, blocks),
  };
}
