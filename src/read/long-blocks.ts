import type { TextOrigin } from '../domain.js';
import { AppError } from '../errors.js';
import type { FoundText } from './documents/document.js';

/** Most UTF-16 units of one paragraph: splitting this many into sentences stays under a gigabyte. */
export const longestBlock = 64_000_000;

/**
 * Refuses a text with a paragraph too long to be worked on: a file that is one endless line.
 *
 * @param name the file, for messages
 * @param longest in UTF-16 units
 * @throws AppError `too-large` with the line, or the paragraph's number in a text that was extracted
 */
export function refuseLongBlocks(
  name: string,
  { text, blocks }: FoundText,
  textIs: TextOrigin,
  longest: number = longestBlock,
): void {
  const index = blocks.findIndex(({ start, end }) => end - start > longest);
  const block = blocks[index];
  if (!block) return;
  const place = textIs === 'file' ? `:${lineOf(text, block.start)}` : `: paragraph ${index + 1}`;
  throw new AppError(
    'too-large',
    `${name}${place}: a paragraph of ${block.end - block.start} characters; at most ${longest} can be read`,
    { hint: 'break it into lines' },
  );
}

/** Number of the line, from 1. */
function lineOf(text: string, offset: number): number {
  let line = 1;
  for (const { index } of text.matchAll(/\r\n|[\n\r]/g)) {
    if (index >= offset) break;
    line++;
  }
  return line;
}
