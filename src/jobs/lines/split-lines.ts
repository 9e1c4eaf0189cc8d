/** The lines of a stream, decoded one by one, so that a bad one affects no other. */
import { AppError } from '../../errors.js';

/** Largest line in bytes: a job holds at most a few texts. */
export const longestLine = 2 ** 26;

/** A line without its end, or why it can't be one. */
export type Line = { readonly text: string } | { readonly error: AppError };

const newline = 0x0a;

/** Splits chunks at line feeds; CR before one belongs to it, and no line follows the last one. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  longest = longestLine,
): AsyncGenerator<Line> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  const add = (piece: Uint8Array): void => {
    length += piece.length;
    // What is too long is counted and dropped.
    if (length <= longest) pieces.push(piece);
    else pieces = [];
  };
  const take = (): Line => {
    const line = length > longest ? { error: tooLong(longest) } : decoded(pieces);
    pieces = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      add(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    if (start < chunk.length) add(chunk.subarray(start));
  }
  if (length > 0) yield take();
}

function decoded(pieces: readonly Uint8Array[]): Line {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
    return { text: text.endsWith('\r') ? text.slice(0, -1) : text };
  } catch (cause) {
    return { error: new AppError('bad-job', 'the line is not UTF-8', { cause }) };
  }
}

const tooLong = (longest: number): AppError =>
  new AppError('too-large', `the line is longer than ${longest} bytes`, {
    hint: 'name files instead of sending their texts',
  });
