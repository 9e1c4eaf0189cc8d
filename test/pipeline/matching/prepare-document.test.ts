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

test('a document of tens of thousands of sentences is embedded block by block', async () => {
  const sizes: number[] = [];
  const counting: Embedder = {
    ...embedder,
    async embed(texts, options) {
      sizes.push(texts.length);
      return embedder.embed(texts, options);
    },
  };
  const long = Array.from({ length: 20_000 }, (_, at) => sentence(at < 10_000 ? 'cat' : 'dog'));
  const documents = [[sentence('cat')], long, [sentence('dog'), sentence('été')]];
  const [before, between, after] = await prepareDocuments(documents, counting, 2, new WordTable());
  expect(sizes).toEqual([3, 10_000, 10_000]);
  expect([...between!.rows]).toEqual([16384, 0, 0, 0, 16384, 0]);
  expect(between!.texts.map((text) => text.slice(0, 7))).toEqual(['cat cat', 'dog dog']);
  expect([before, after]).toEqual(
    await prepareDocuments([documents[0]!, documents[2]!], embedder, 2, new WordTable()),
  );
});
