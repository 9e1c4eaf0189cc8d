import type { Block, SourceText, Span } from '../domain.js';
import { AppError } from '../errors.js';
import { decodeBytes } from './decode/decode.js';
import { findLines, findParagraphs } from './documents/text.js';
import { findMarkdownBlocks, type FoundBlock } from './documents/markdown.js';
import { markNoise } from './noise/mark-noise.js';

/** How to read a source. */
export interface ReadOptions {
  /** Name of the encoding (any that iconv knows); recognised from the bytes when left out. */
  readonly encoding?: string;
  /** One sentence a line, empty lines included: every line is a block and nothing is noise. */
  readonly segmented?: boolean;
  /** Taken from the name (`.md`, `.markdown`) when left out. */
  readonly format?: 'text' | 'markdown';
}

/**
 * Decodes a source and finds its blocks, in time linear in its length. The text stays as it is in
 * the file but for a byte order mark; every block is a slice of it.
 *
 * @throws AppError `empty-source`, `binary-source`, `undecodable-source` (with the byte offset) or
 *   `unknown-encoding`.
 */
export function readSource(name: string, bytes: Uint8Array, options: ReadOptions = {}): SourceText {
  const text = decodeBytes(name, bytes, options.encoding);
  if (text.trim() === '') {
    throw new AppError('empty-source', `${name}: the file is empty`, {
      hint: 'Give a file with text in it.',
    });
  }
  if (options.segmented === true) {
    return { name, text, blocks: number(findLines(text, 'sentences').map(plain)) };
  }
  const format = options.format ?? formatOf(name);
  const found = format === 'markdown' ? findMarkdownBlocks(text) : findParagraphs(text).map(plain);
  return { name, text, blocks: markNoise(text, number(found)) };
}

const plain = (span: Span): FoundBlock => ({ ...span, heading: 0 });

function number(found: readonly FoundBlock[]): Block[] {
  return found.map((block, index) => ({ number: index + 1, ...block, noise: null }));
}

function formatOf(name: string): 'text' | 'markdown' {
  return /\.(?:md|markdown|mdown|mkd)$/i.test(name) ? 'markdown' : 'text';
}
