/** A text of one sentence a line, in little memory. */
import { utf8Text } from '../../decode/plain-utf8.js';
import { TextStore } from './text-store.js';

/** The lines of a text, empty ones included. */
export interface StoredLines {
  /** Length of the text, in UTF-16 units. */
  readonly length: number;
  readonly count: number;
  /** A line without white space at its ends, and its place in the text. */
  at(index: number): { readonly text: string; readonly start: number };
}

/** Longest line, and most lines; beyond, the text is not read so. */
const mostLine = 16 << 20;
const mostLines = 4_000_000;

/**
 * Reads a text in UTF-8 without a byte order mark as `sentenceLines` does.
 *
 * @returns undefined for lines that are too long or too many
 */
export async function storedLines(
  pieces: AsyncIterable<Uint8Array>,
): Promise<StoredLines | undefined> {
  const store = new TextStore();
  let starts = new Float64Array(1024);
  /** Where the line begins that is being read. */
  let from = 0;
  let rest = '';
  const add = (line: string): void => {
    const trimmed = line.trim();
    if (store.count === starts.length) {
      const longer = new Float64Array(starts.length * 2);
      longer.set(starts);
      starts = longer;
    }
    const lead = trimmed === '' ? 0 : line.length - line.trimStart().length;
    starts[store.add(trimmed)] = from + lead;
  };
  for await (const piece of utf8Text(pieces)) {
    const text = rest + piece;
    let done = 0;
    for (const found of text.matchAll(/\r\n|[\n\r]/g)) {
      // The second half of this break may come with the next piece.
      if (found[0] === '\r' && found.index === text.length - 1) break;
      const line = text.slice(done, found.index);
      add(line);
      done = found.index + found[0].length;
      from += line.length + found[0].length;
    }
    rest = text.slice(done);
    if (rest.length > mostLine || store.count > mostLines) return undefined;
  }
  const last = rest.endsWith('\r') ? rest.slice(0, -1) : rest;
  if (rest !== '') add(last);
  return {
    length: from + rest.length,
    count: store.count,
    at: (index) => ({ text: store.at(index), start: starts[index] ?? 0 }),
  };
}
