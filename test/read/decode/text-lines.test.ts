import { expect, test } from 'vitest';
import { textLines } from '../../../src/read/decode/text-lines.js';

async function linesOf(pieces: readonly string[]): Promise<string[]> {
  async function* come(): AsyncGenerator<string> {
    yield* pieces;
  }
  const lines: string[] = [];
  for await (const line of textLines('a.txt', come(), 10)) lines.push(line);
  return lines;
}

test('lines come whole however the text is cut', async () => {
  expect(await linesOf(['on', 'e\r', '\ntwo\n\nth', 'ree'])).toEqual(['one', 'two', '', 'three']);
  expect(await linesOf(['one\n'])).toEqual(['one']);
  expect(await linesOf([])).toEqual([]);
});

test('a line that is too long is refused with its number, also in a piece that is the whole file', async () => {
  await expect(linesOf(['one\ntwo is', ' far too long'])).rejects.toThrow(
    'a.txt:2: the line is longer than 10 characters',
  );
  await expect(linesOf(['one\ntwo is', ' far too long\nthree\n'])).rejects.toThrow('a.txt:2: ');
  await expect(linesOf(['one\ntwo is far too long\nthree\n'])).rejects.toThrow('a.txt:2: ');
});
