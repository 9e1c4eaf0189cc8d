import { expect, test } from 'vitest';
import { pieceKinds } from '../../../src/align/evidence/piece-kinds.js';

test('pieces are words with spaces between them, words without, punctuation, or none of these', () => {
  const texts = [
    '▁house',
    'ing',
    '▁é',
    'слово',
    '中国',
    'カタ',
    '▁12',
    '▁',
    '.',
    '▁—',
    '€',
    'a.',
    '😀',
  ];
  const { worded, spaced, marks } = pieceKinds(texts);
  const kindOf = (at: number): string =>
    `${worded[at] ? 'w' : ''}${spaced[at] ? 's' : ''}${marks[at] ? 'm' : ''}`;
  expect(texts.map((text, at) => `${text} ${kindOf(at)}`)).toEqual([
    '▁house ws',
    'ing ws',
    '▁é ws',
    'слово ws',
    '中国 w',
    'カタ w',
    '▁12 ws',
    '▁ m',
    '. m',
    '▁— m',
    '€ m',
    'a. ws',
    '😀 m',
  ]);
});
