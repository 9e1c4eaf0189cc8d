import { describe, expect, it } from 'vitest';
import type { Words } from '../../../src/align/evidence/words.js';
import { judgeWords, wordsFound } from '../../../src/align/evidence/judge-words.js';

/** One sentence of two equally weighty words, near two sentences of the other side. */
const words: Words = {
  offsets: Int32Array.of(0, 2),
  weights: Float32Array.of(1, 1),
  first: Int32Array.of(0),
  end: Int32Array.of(2),
  starts: Int32Array.of(0, 2),
  cosines: Float32Array.of(0.9, 0.1, 0.2, 0.8),
};
const judge = (j: number, m: number) =>
  judgeWords(words, 0, 1, j, m, { found: 0, weakest: 0, leak: 0 });

describe('judgeWords', () => {
  it('finds what the other side of the bead has, and misses what stands just outside', () => {
    const { found, leak } = judge(0, 1);
    expect(found).toBeCloseTo(0.55, 6);
    expect(leak).toBeCloseTo(0.6, 6);
  });

  it('misses nothing in a bead that holds both', () => {
    const { found, leak, weakest } = judge(0, 2);
    expect(found).toBeCloseTo(0.85, 6);
    expect(weakest).toBeCloseTo(0.85, 6);
    expect(leak).toBe(0);
  });

  it('says neither yes nor no of a sentence whose words were not looked for', () => {
    const sure = { ...words, offsets: Int32Array.of(0, 0) };
    const verdict = judgeWords(sure, 0, 1, 0, 1, { found: 0, weakest: 0, leak: 0 });
    expect(verdict).toEqual({ found: 0.5, weakest: 0.5, leak: 0 });
  });
});

describe('wordsFound', () => {
  it('is the mean over the words of a sentence, and 0 outside of what was compared', () => {
    expect(wordsFound(words, 0, 0)).toBeCloseTo(0.55, 6);
    expect(wordsFound(words, 0, 1)).toBeCloseTo(0.45, 6);
    expect(wordsFound(words, 0, 2)).toBe(0);
  });
});
