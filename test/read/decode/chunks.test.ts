import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.js';
import { checkSize, collect, mostBytes, peek } from '../../../src/read/decode/chunks.js';

/** A stream of these chunks that says whether it was ended. */
function streamOf(...chunks: number[][]): AsyncIterable<Uint8Array> & { ended: boolean } {
  const stream = {
    ended: false,
    async *[Symbol.asyncIterator]() {
      try {
        for (const chunk of chunks) {
          await Promise.resolve();
          yield Uint8Array.from(chunk);
        }
      } finally {
        stream.ended = true;
      }
    },
  };
  return stream;
}

describe('peek', () => {
  test.each([0, 1, 3, 4, 6, 100])('shows %i bytes and loses none', async (length) => {
    const { head, chunks } = await peek(streamOf([1, 2], [], [3, 4, 5], [6]), length);
    expect([...head]).toEqual([1, 2, 3, 4, 5, 6].slice(0, length));
    expect([...(await collect('a', chunks))]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('ends the stream when reading it is given up', async () => {
    const stream = streamOf([1], [2], [3]);
    const { chunks } = await peek(stream, 1);
    for await (const chunk of chunks) if (chunk[0] === 2) break;
    expect(stream.ended).toBe(true);
  });
});

describe('collect', () => {
  test('of nothing is nothing', async () => {
    expect([...(await collect('a', streamOf()))]).toEqual([]);
  });

  test('stops where a string would be too long', () => {
    expect(() => checkSize('a', mostBytes)).not.toThrow();
    expect(() => checkSize('a', mostBytes + 1)).toThrow(AppError);
    expect(() => checkSize('a', mostBytes + 1)).toThrow('a: larger than 536870888 bytes');
  });
});
