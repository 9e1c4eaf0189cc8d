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

describe('lines replaced by one placeholder each', () => {
  test('come out as lines, in place', () => {
    const { lines, written, stdout } = lineStream();
    stdout.write(`${lines.character('one')}\n${lines.character('two')}`);
    expect(written).toEqual(['one\ntwo']);
  });

  test('the callback of a write is called', () => {
    const { stdout } = lineStream();
    let heard = 0;
    stdout.write('', () => heard++);
    expect(heard).toBe(1);
  });

  test('equal lines have equal placeholders, until all are renewed', () => {
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

  test('the placeholder of an old line is reused', () => {
    const { lines, written, stdout } = lineStream();
    const first = lines.character('first');
    for (let index = 1; index < 0x4000; index++) lines.character(`line ${index}`);
    expect(lines.character('last')).toBe(first);
    expect(lines.character('first')).not.toBe(first);
    stdout.write(first);
    expect(written).toEqual(['last']);
  });

  test('the scrollback is kept, bytes pass through, everything else is the terminal’s', () => {
    const { written, stdout } = lineStream();
    stdout.write('\u001b[2J\u001b[3J');
    const bytes = new Uint8Array([1]);
    stdout.write(bytes);
    expect(written).toEqual(['\u001b[2J', bytes]);
    expect([stdout.columns, stdout.size()]).toEqual([80, 80]);
  });
});
