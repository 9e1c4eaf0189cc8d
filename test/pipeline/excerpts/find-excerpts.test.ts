import { describe, expect, test } from 'vitest';
import type { Embedder, Stream, Vectors } from '../../../src/domain.js';
import { NearestSentences } from '../../../src/align/excerpt/nearest-sentences.js';
import {
  compareParts,
  type CompareElsewhere,
  type CompareOrder,
} from '../../../src/pipeline/excerpts/compare-parts.js';
import { findExcerpts, type ShortSide } from '../../../src/pipeline/excerpts/find-excerpts.js';
import { preparePairs } from '../../../src/pipeline/prepare-pairs.js';

const dimension = 16;

/** A vector for each text, which depends on nothing else. */
function vectorsOf(texts: readonly string[]): Vectors {
  const units = new Float32Array(texts.length * dimension);
  for (const [row, text] of texts.entries()) {
    let state = Number(text.replace(/\D/g, ''));
    const own = units.subarray(row * dimension, (row + 1) * dimension);
    for (let d = 0; d < dimension; d++) {
      state = (state * 1103515245 + 12345) % 2147483648;
      own[d] = state / 2147483648 - 0.5;
    }
    const norm = Math.hypot(...own);
    for (let d = 0; d < dimension; d++) own[d]! /= norm;
  }
  return { count: texts.length, dimension, units, norms: new Float32Array(texts.length).fill(1) };
}

const embedder: Embedder = {
  id: 'numbers',
  dimension,
  languages: null,
  embed: async (texts) => Promise.resolve({ vectors: vectorsOf(texts), pieces: null }),
  close: async () => {},
};

const texts = Array.from({ length: 40_000 }, (_, at) => `Sentence ${at}.`);
const text = texts.join(' ');
let place = 0;
const stream: Stream = {
  source: 3,
  language: 'en',
  sentences: texts.map((own, at) => {
    const start = place;
    place += own.length + 1;
    const end = start + own.length;
    return { number: at + 1, paragraph: 1, start, end, language: 'en', text: own, noise: null };
  }),
};
const shorts: ShortSide[] = [
  {
    embedding: { vectors: vectorsOf(texts.slice(30_000, 30_020)), pieces: null },
    side: 'a',
    anchors: [],
  },
];

const positionsWith = async (compareElsewhere?: CompareElsewhere): Promise<Int32Array> => {
  const long = { stream, embedding: null, ...(compareElsewhere && { compareElsewhere }) };
  const [excerpt] = await findExcerpts(long, shorts, embedder);
  return excerpt!.positions;
};

const nearestOf = (order: CompareOrder) => order.shorts.map((own) => new NearestSentences(own));

describe('the excerpt of a text that another thread compares too', () => {
  test('is the one that this thread finds alone', async () => {
    const alone = await positionsWith();
    expect(alone).toContain(30_010);
    let parts = 0;
    const shared = await positionsWith(async (order) => {
      expect(order.source).toBe(3);
      const nearest = nearestOf(order);
      const done = await compareParts(order.spans.length / 2, nearest, order.next, (from, to) =>
        vectorsOf(
          Array.from({ length: to - from }, (_, at) =>
            text.slice(order.spans[2 * (from + at)], order.spans[2 * (from + at) + 1]),
          ),
        ),
      );
      parts = done.length;
      return nearest;
    });
    expect(parts).toBeGreaterThan(0);
    expect(shared).toEqual(alone);
  });

  test('is complete where that thread takes parts and fails', async () => {
    const shared = await positionsWith((order) => {
      Atomics.add(order.next, 0, 4);
      return Promise.resolve(null);
    });
    expect(shared).toEqual(await positionsWith());
  });

  test('is never asked for where texts have markup: it is in the source, and not in what they say', async () => {
    const asked = async (long: Stream): Promise<number> => {
      let orders = 0;
      const inputs = [
        {
          stream: long,
          embedding: null,
          compareElsewhere: () => {
            orders++;
            return Promise.resolve(null);
          },
        },
        {
          stream: { ...stream, source: 4, sentences: stream.sentences.slice(30_000, 30_020) },
          embedding: shorts[0]!.embedding,
        },
      ];
      await preparePairs(inputs, { anchors: [], found: [] }, { embedder });
      return orders;
    };
    expect(await asked(stream)).toBe(1);
    const [first, ...rest] = stream.sentences;
    const marked = { ...first!, markup: [{ start: 0, end: 8 }] };
    expect(await asked({ ...stream, sentences: [marked, ...rest] })).toBe(0);
  });
});
