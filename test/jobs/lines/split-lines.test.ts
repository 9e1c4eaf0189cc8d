import { describe, expect, test } from 'vitest';
import { splitLines } from '../../../src/jobs/lines/split-lines.js';

async function linesOf(chunks: readonly (string | Uint8Array)[], longest?: number) {
  async function* source() {
    for (const chunk of chunks) yield Buffer.from(chunk);
  }
  const lines: string[] = [];
  for await (const line of splitLines(source(), longest))
    lines.push('text' in line ? line.text : line.error.code);
  return lines;
}

describe('lines of a stream', () => {
  test('end where they end, not where chunks do', async () => {
    expect(await linesOf(['ab', 'c\nd', 'ef\n', '\nlast'])).toEqual(['abc', 'def', '', 'last']);
  });

  test('no line follows the last line feed', async () => {
    expect(await linesOf(['a\nb\n'])).toEqual(['a', 'b']);
    expect(await linesOf([])).toEqual([]);
  });

  test('may end in CR LF', async () => {
    expect(await linesOf(['a\r\nb\r', '\nc'])).toEqual(['a', 'b', 'c']);
  });

  test('are decoded whole, even if a chunk ends inside a character', async () => {
    const bytes = Buffer.from('ñ\n');
    expect(await linesOf([bytes.subarray(0, 1), bytes.subarray(1)])).toEqual(['ñ']);
  });

  test('that are not UTF-8 are errors of their own', async () => {
    expect(await linesOf(['a\n', Uint8Array.of(0xff, 0x0a), 'b\n'])).toEqual(['a', 'bad-job', 'b']);
  });

  test('that are too long are dropped, and counted as one', async () => {
    expect(await linesOf(['ab\n', 'cde', 'fgh', 'ijk\nx\n'], 3)).toEqual(['ab', 'too-large', 'x']);
  });
});
