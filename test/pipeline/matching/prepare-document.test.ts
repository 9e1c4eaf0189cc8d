import { expect, test } from 'vitest';
import type { Embedder, Sentence } from '../../../src/domain.js';
import { WordTable } from '../../../src/match/documents/words.js';
import { prepareDocuments, sentencesOf } from '../../../src/pipeline/matching/prepare-document.js';

const sentence = (text: string, noise: Sentence['noise'] = null): Sentence => ({
  number: 1,
  paragraph: 1,
  language: text.startsWith('é') ? 'fr' : 'en',
  text,
  start: 0,
  end: text.length,
  noise,
});

/** Embeds every text in the direction of its first letter. */
const embedder: Embedder = {
  id: 'made',
  dimension: 3,
  languages: null,
  async embed(texts) {
    const units = new Float32Array(texts.length * 3);
    texts.forEach((text, row) => (units[row * 3 + (text.charCodeAt(0) % 3)] = 1));
    const norms = new Float32Array(texts.length).fill(2);
    return { vectors: { count: texts.length, dimension: 3, units, norms }, pieces: null };
  },
  async close() {},
};

test('each document has its own rows, one per sentence', async () => {
  const [first, second] = await prepareDocuments(
    [[sentence('cat'), sentence('dog')], [sentence('été')]],
    embedder,
    10,
    new WordTable(),
  );
  expect([...(first?.rows ?? [])]).toEqual([16384, 0, 0, 0, 16384, 0]);
  expect(first?.lengths).toEqual(Float32Array.of(3, 3));
  expect(second?.language).toBe('fr');
});

test('a long document comes in blocks of neighbours', async () => {
  const [only] = await prepareDocuments(
    [['cat', 'dog', 'fox', 'owl'].map((text) => sentence(text))],
    embedder,
    2,
    new WordTable(),
  );
  expect(only?.texts).toEqual(['cat dog', 'fox owl']);
  expect(only?.rows).toHaveLength(6);
});

test('noise does not count, unless there is nothing else', () => {
  const source = (sentences: Sentence[]) => ({ name: 'x', text: '', paragraphs: [], sentences });
  const menu = sentence('menu', 'boilerplate');
  expect(sentencesOf([source([menu, sentence('text')])]).map(({ text }) => text)).toEqual(['text']);
  expect(sentencesOf([source([menu])])).toEqual([menu]);
});

test('vectors that are made when they are asked for are asked for block by block', async () => {
  const asked: [number, number][] = [];
  const later: Embedder = {
    ...embedder,
    async embed(texts, options) {
      const { vectors, ...rest } = await embedder.embed(texts, options);
      const { count, dimension, norms, units } = vectors;
      const rows = (from: number, to: number): Float32Array => {
        asked.push([from, to]);
        return units.subarray(from * dimension, to * dimension);
      };
      const onDemand = {
        count,
        dimension,
        norms,
        rows,
        get units(): Float32Array {
          throw new Error('all vectors of a long text take more memory than it has');
        },
      };
      return { ...rest, vectors: options?.onDemand === true ? onDemand : vectors };
    },
  };
  const documents = [['cat', 'dog', 'fox', 'owl'].map((text) => sentence(text))];
  const [only] = await prepareDocuments(documents, later, 2, new WordTable());
  expect(asked).toEqual([
    [0, 2],
    [2, 4],
  ]);
  expect(only).toEqual((await prepareDocuments(documents, embedder, 2, new WordTable()))[0]);
});
