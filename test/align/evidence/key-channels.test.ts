import { describe, expect, test } from 'vitest';
import type { Channel } from '../../../src/align/evidence/channel.js';
import { lookalikeChannel, numberChannel } from '../../../src/align/evidence/key-channels.js';
import type { Side } from '../../../src/align/search/side.js';

/** A side of which only the texts are read. */
function side(...texts: readonly string[]): Side {
  const count = texts.length;
  return {
    sentences: texts.map((text, k) => {
      const end = text.length;
      return { number: k + 1, paragraph: 1, language: 'en', start: 0, end, text, noise: null };
    }),
    positions: Int32Array.from(texts, (_, k) => k),
    count,
    dimension: 0,
    vectors: { count, dimension: 0, units: new Float32Array(0), norms: new Float32Array(count) },
    starts: new Int32Array(count),
    norms: new Float64Array(count),
    barriers: new Int32Array(count),
  };
}

/** The keys of each sentence of both sides, by number. */
function keysOf({ a, b }: Channel): readonly (readonly number[])[][] {
  return [a, b].map(({ ids, offsets }) =>
    Array.from(offsets.subarray(1), (end, i) => [...ids.subarray(offsets[i], end)]),
  );
}

describe('lookalikes', () => {
  test.each([
    ['the beginnings of words', 'Telegram a doktornak.', 'The DOKTOR telegraphs.', [1, 0]],
    ['letters without marks', 'Gárdonyi', 'gardonyi', [0]],
    ['ligatures as their letters', 'eﬃcient', 'efficient', [0]],
    ['the two small sigmas as one', 'ΛΟΓΟΣ', 'λόγος', [0]],
    ['Hangul', '안녕하세요', '안녕하세요', [0]],
    ['nothing of three letters', 'old cat', 'old cat', []],
  ])('are found by %s', (_, a, b, found) => {
    const [, inB] = keysOf(lookalikeChannel(side(a), side(b)));
    expect(inB).toEqual([found]);
  });

  test('are counted once a sentence, and only where both sides have them', () => {
    const channel = lookalikeChannel(
      side('', 'Berlin Berlin lonely', 'Paris'),
      side('Paris', 'Berlin'),
    );
    expect(keysOf(channel)).toEqual([
      [[], [0], [1]],
      [[1], [0]],
    ]);
    expect([...channel.weights]).toEqual([0, 1].map(() => Math.log(6 / 2) / Math.log(7)));
  });

  test('are found in texts with more words than the first table has room for', () => {
    const texts = Array.from({ length: 3000 }, (_, k) =>
      String.fromCharCode(...[0, 1, 2, 3].map((digit) => 0x61 + (Math.floor(k / 8 ** digit) % 8))),
    );
    const [inA, inB] = keysOf(lookalikeChannel(side(...texts), side(...texts.toReversed())));
    expect(inA).toEqual(texts.map((_, k) => [k]));
    expect(inB).toEqual(inA!.toReversed());
  });

  test('are none where a side is empty', () => {
    expect(keysOf(lookalikeChannel(side(), side('Berlin')))).toEqual([[], [[]]]);
  });
});

describe('numbers', () => {
  test('are the same in any digits and with separators, and count without a partner', () => {
    expect(keysOf(numberChannel(side('In 1,024 steps', 'none'), side('٠١٠٢٤', '7')))).toEqual([
      [[0], []],
      [[0], [1]],
    ]);
  });
});
