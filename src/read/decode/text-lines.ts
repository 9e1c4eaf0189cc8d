import { AppError } from '../../errors.js';

/**
 * The lines of a text that comes in pieces, without their ends (`\n` or `\r\n`).
 *
 * @param mostLength longest line, in UTF-16 units
 * @throws AppError `unreadable-document` with the line's number
 */
export async function* textLines(
  name: string,
  pieces: AsyncIterable<string>,
  mostLength: number,
): AsyncGenerator<string, void, undefined> {
  let rest = '';
  let count = 0;
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      count++;
      yield line.endsWith('\r') ? line.slice(0, -1) : line;
    }
    if (rest.length > mostLength)
      throw new AppError(
        'unreadable-document',
        `${name}:${count + 1}: the line is longer than ${mostLength} characters`,
        { hint: 'check that the file is what its name says' },
      );
  }
  if (rest !== '') yield rest;
}
