import { expect, test } from 'vitest';
import { isRetold } from '../../../src/align/automatic/is-retold.js';
import type { StreamInput } from '../../../src/align/input/stream-input.js';
import type { Bead } from '../../../src/domain.js';
import { makeUpPair } from '../made-up-texts.js';

const { a, b, gold } = makeUpPair({ seed: 3, beads: 20 });
const inLanguage = (input: StreamInput, language: string): StreamInput => ({
  ...input,
  stream: { ...input.stream, language },
});
const beads = (score: number): Bead[] =>
  gold.map((bead) => ({ ...bead, score, confidence: 0.9, method: 'parallel', crossing: false }));

test('an abridgement is a text retold in its own language', () => {
  expect(isRetold(inLanguage(a, 'en'), inLanguage(b, 'en-GB'), beads(0.8))).toBe(true);
});

test('a translation is not', () => {
  expect(isRetold(inLanguage(a, 'en'), inLanguage(b, 'de'), beads(0.8))).toBe(false);
});

test('a copy with a few corrections is not', () => {
  expect(isRetold(inLanguage(a, 'en'), inLanguage(b, 'en'), beads(0.98))).toBe(false);
});

test('no beads say nothing', () => {
  expect(isRetold(inLanguage(a, 'en'), inLanguage(b, 'en'), [])).toBe(false);
});
