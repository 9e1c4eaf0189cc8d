import type { TextOrigin } from '../../domain.js';
import { AppError } from '../../errors.js';
import type { FoundText } from './document.js';

/** Most UTF-16 units of one paragraph: splitting this many into sentences stays under a gigabyte. */
export const longestBlock = 64_000_000;

/** Most paragraphs of one text: a heap of the usual size holds no more of them with their sentences. */
const mostBlocks = 4_000_000;

/**
 * Refuses a text with too many paragraphs, or one too long to be worked on: a file that is one endless line.
 *
 * @param name the file, for messages
 * @param longest in UTF-16 units
 * @throws AppError `too-large` with the line of the paragraph, or its number in a text that was extracted
 */
export function refuseLongBlocks(
  name: string,
  { text, blocks }: FoundText,
  textIs: TextOrigin,
  longest: number = longestBlock,
): void {
  if (blocks.length > mostBlocks) throw tooMany(name, 'paragraphs');
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

/**
 * Refuses a text with too many lines that are not empty, before there is an object for each.
 *
 * @throws AppError `too-large`
 */
export function refuseManyLines(name: string, text: string, most: number = mostBlocks): void {
  let lines = 0;
  let from = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
    if (at > from + 1 && ++lines > most) throw tooMany(name, 'lines', most);
    from = at + 1;
  }
}

function tooMany(name: string, what: string, most: number = mostBlocks): AppError {
  return new AppError('too-large', `${name}: holds more than ${most} ${what}`, {
    hint: 'split it',
  });
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
