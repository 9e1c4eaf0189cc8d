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
  /** What has come of the line: joined once, for it may come in thousands of pieces. */
  let parts: string[] = [];
  let length = 0;
  let count = 0;
  const check = (size: number): void => {
    if (size > mostLength)
      throw new AppError(
        'unreadable-document',
        `${name}:${count + 1}: the line is longer than ${mostLength} characters`,
        { hint: 'check that the file is what its name says' },
      );
  };
  for await (const piece of pieces) {
    const lines = piece.split('\n');
    const rest = lines.pop() ?? '';
    for (const end of lines) {
      // A piece may be the whole file.
      check(length + end.length);
      const line = parts.length > 0 ? parts.join('') + end : end;
      parts = [];
      length = 0;
      count++;
      yield line.endsWith('\r') ? line.slice(0, -1) : line;
    }
    if (rest === '') continue;
    parts.push(rest);
    length += rest.length;
    check(length);
  }
  if (parts.length > 0) yield parts.join('');
}
