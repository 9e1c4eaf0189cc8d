import { expect, test } from 'vitest';
import type { StreamInput } from '../../../src/align/input/stream-input.js';
import { clearlyParallelCover } from '../../../src/align/mode/clearly-parallel.js';
import type { Bead } from '../../../src/domain.js';

const input = (source: number, language: string, count: number): StreamInput => ({
  stream: {
    source,
    language,
    sentences: Array.from({ length: count }, (_, at) => ({
      number: at + 1,
      paragraph: 1,
      language,
      text: 'ten letters',
      noise: null,
      start: 0,
      end: 11,
    })),
  },
  embedding: { vectors: new Float32Array(0), dimensions: 0 } as unknown as StreamInput['embedding'],
});
const pairs = (count: number, confidence = 0.95): Bead[] =>
  Array.from({ length: count }, (_, at) => ({
    a: [at],
    b: [at],
    score: 0.5,
    confidence,
    method: 'parallel',
    crossing: false,
  })) as Bead[];

test('a sure ordered alignment of nearly all of two languages needs no more evidence', () => {
  expect(clearlyParallelCover(input(0, 'en', 40), input(1, 'de', 40), pairs(38))).toBeCloseTo(0.95);
});

test.each([
  ['few sentences', input(0, 'en', 19), input(1, 'de', 19), pairs(19)],
  ['one language', input(0, 'en', 40), input(1, 'en-GB', 40), pairs(40)],
  ['a text that lacks a sixth', input(0, 'en', 40), input(1, 'de', 34), pairs(34)],
  ['unsure pairs', input(0, 'en', 40), input(1, 'de', 40), pairs(40, 0.8)],
  ['no pair at all', input(0, 'en', 40), input(1, 'de', 40), []],
])('%s: the rest of the evidence decides', (_, a, b, beads) => {
  expect(clearlyParallelCover(a, b, beads)).toBeNull();
});
