import { describe, expect, test } from 'vitest';
import type { StreamInput } from '../../../src/align/input/stream-input.js';
import { pickSentences, sliceSentences } from '../../../src/align/input/pick-sentences.js';
import { withTerms } from '../../../src/pipeline/glossary/with-terms.js';
import { stream } from '../../check/made-row.js';

function inputOf(source: number, language: string, texts: readonly string[]): StreamInput {
  const vectors = {
    count: texts.length,
    dimension: 1,
    units: new Float32Array(texts.length),
    norms: new Float32Array(texts.length),
  };
  return { stream: stream(source, language, texts), embedding: { vectors, pieces: null } };
}

const glossary = {
  name: 'g',
  entries: [
    [
      { language: 'en', text: 'branch' },
      { language: 'de', text: 'Zweig' },
      { language: 'de', text: 'Branch' },
    ],
    [
      { language: 'en', text: 'tree' },
      { language: 'de', text: 'Baum' },
    ],
  ],
};
const [first, second] = [
  inputOf(0, 'en', ['Nothing.', 'A tree has branches.']),
  inputOf(1, 'de', ['Der Baum.', 'Zweige sind Branches.']),
];

describe('the known terms of two texts', () => {
  const [a, b] = withTerms(first, second, glossary);
  const termsOf = ({ terms }: StreamInput) => terms;

  test('have the same number on both sides, whichever translation is found', () => {
    expect(termsOf(a)).toEqual([[], [1, 0]]);
    expect(termsOf(b)).toEqual([[1], [0, 0]]);
  });

  test('go along with a part of a text', () => {
    expect(termsOf(sliceSentences(a, [1, 2]))).toEqual([[1, 0]]);
    expect(termsOf(pickSentences(a, [1, 0]))).toEqual([[1, 0], []]);
  });

  test('are none without a glossary, or with one of other languages', () => {
    expect(withTerms(first, second, undefined)[0].terms).toBeUndefined();
    const [french] = withTerms(first, inputOf(1, 'fr', ['x']), glossary);
    expect(french.terms).toBeUndefined();
  });
});
