import { describe, expect, test } from 'vitest';
import { LineStream } from '../../../src/tui/screen/line-stream.js';

function lineStream() {
  const written: unknown[] = [];
  const target = {
    columns: 80,
    write: (chunk: unknown, flushed?: () => void) => {
      flushed?.();
      return written.push(chunk) > 0;
    },
    size() {
      return this.columns;
    },
  };
  const lines = new LineStream(target as unknown as NodeJS.WriteStream);
  return { lines, written, stdout: lines.stdout as unknown as typeof target };
}

describe('lines that stand for themselves as one character', () => {
  test('come out as lines, in their places', () => {
    const { lines, written, stdout } = lineStream();
    stdout.write(`${lines.character('one')}\n${lines.character('two')}`);
    expect(written).toEqual(['one\ntwo']);
  });

  test('whoever waits for a write hears of it', () => {
    const { stdout } = lineStream();
    let heard = 0;
    stdout.write('', () => heard++);
    expect(heard).toBe(1);
  });

  test('the same line is the same character, until all are renewed', () => {
    const { lines, written, stdout } = lineStream();
    const first = lines.character('one');
    expect(lines.character('one')).toBe(first);
    expect(lines.character('two')).not.toBe(first);
    lines.renew();
    const again = lines.character('one');
    expect(again).not.toBe(first);
    stdout.write(first + again);
    expect(written).toEqual(['oneone']);
  });

  test('a line from long ago gives its character to another one', () => {
    const { lines, written, stdout } = lineStream();
    const first = lines.character('first');
    for (let index = 1; index < 0x4000; index++) lines.character(`line ${index}`);
    expect(lines.character('last')).toBe(first);
    expect(lines.character('first')).not.toBe(first);
    stdout.write(first);
    expect(written).toEqual(['last']);
  });

  test('the scrollback stays, bytes pass, everything else is the terminal’s', () => {
    const { written, stdout } = lineStream();
    stdout.write('\u001b[2J\u001b[3J');
    const bytes = new Uint8Array([1]);
    stdout.write(bytes);
    expect(written).toEqual(['\u001b[2J', bytes]);
    expect([stdout.columns, stdout.size()]).toEqual([80, 80]);
  });
});
