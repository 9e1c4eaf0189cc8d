import { describe, expect, test } from 'vitest';
import type { Embedder } from '../../../src/domain.js';
import { ReviewWords } from '../../../src/pipeline/words/review-words.js';
import { oneRow } from '../../tui/person.js';

/** A model of words by their first letter, which is all that this test needs. */
function firstLetters(): { readonly embedder: Embedder; readonly asked: () => number } {
  let asked = 0;
  const dimension = 32;
  const embedder: Embedder = {
    id: 'letters',
    dimension,
    languages: null,
    embed: async (texts) => {
      asked++;
      const units = new Float32Array(texts.length * dimension);
      texts.forEach((text, row) => {
        units[row * dimension + (text.toLowerCase().charCodeAt(0) % dimension)] = 1;
      });
      const norms = new Float32Array(texts.length).fill(1);
      return { vectors: { count: texts.length, dimension, units, norms }, pieces: null };
    },
    close: async () => {},
  };
  return { embedder, asked: () => asked };
}

describe('the words of a row of a review', () => {
  const review = oneRow(['Many big trees', 'Manche Bäume, total'], ['en', 'de']);
  const [row] = review.rows;

  test('are listed in the order of the first text', async () => {
    const { embedder } = firstLetters();
    const words = new ReviewWords(async () => embedder);
    const [columns] = await words.of(review, row?.id ?? -1);
    expect(columns?.pairs.map(({ a, b }) => `${a}=${b}`)).toEqual([
      'Many=Manche',
      'big=Bäume',
      'trees=total',
    ]);
  });

  test('are learned once for the rows nearby, whatever is decided about them', async () => {
    const { embedder, asked } = firstLetters();
    const words = new ReviewWords(async () => embedder);
    await words.of(review, row?.id ?? -1);
    const rows = review.rows.map((own) => ({ ...own, status: 'accepted' as const }));
    await words.of({ ...review, rows }, row?.id ?? -1);
    expect(asked()).toBe(1);
  });

  test('are none for a row that is rejected or gone', async () => {
    const { embedder } = firstLetters();
    const words = new ReviewWords(async () => embedder);
    const rows = review.rows.map((own) => ({ ...own, status: 'rejected' as const }));
    expect(await words.of({ ...review, rows }, row?.id ?? -1)).toEqual([]);
    expect(await words.of(review, 99)).toEqual([]);
  });
});
