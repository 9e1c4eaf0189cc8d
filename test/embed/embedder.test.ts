import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Embedder, Vectors } from '../../src/domain.js';
import { loadEmbedder } from '../../src/embed/embedder.js';
import { LentNumbers } from '../../src/number-memory.js';

let embedder: Embedder;
beforeAll(async () => {
  embedder = await loadEmbedder();
});
afterAll(() => embedder.close());

const row = ({ units, dimension }: Vectors, index: number) =>
  units.slice(index * dimension, (index + 1) * dimension);
const dot = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/** The same two sentences in many scripts; the first of each says the same, and so does the second. */
const translations = [
  ['en', 'The children are playing in the garden.', 'The government raised taxes last year.'],
  ['es', 'Los niños juegan en el jardín.', 'El gobierno subió los impuestos el año pasado.'],
  [
    'fr',
    'Les enfants jouent dans le jardin.',
    "Le gouvernement a augmenté les impôts l'an dernier.",
  ],
  ['de', 'Die Kinder spielen im Garten.', 'Die Regierung hat letztes Jahr die Steuern erhöht.'],
  ['ru', 'Дети играют в саду.', 'Правительство повысило налоги в прошлом году.'],
  ['el', 'Τα παιδιά παίζουν στον κήπο.', 'Η κυβέρνηση αύξησε τους φόρους πέρυσι.'],
  ['zh', '孩子们在花园里玩耍。', '政府去年提高了税收。'],
  ['ja', '子供たちは庭で遊んでいます。', '政府は昨年税金を引き上げた。'],
  ['ar', 'الأطفال يلعبون في الحديقة.', 'رفعت الحكومة الضرائب العام الماضي.'],
  ['hi', 'बच्चे बगीचे में खेल रहे हैं।', 'सरकार ने पिछले साल कर बढ़ाए।'],
] as const;

describe('the bundled model', () => {
  test('names itself with its content, its dimension and its languages', () => {
    expect(embedder.id).toMatch(/^paralign-small@[0-9a-f]{16}$/);
    expect(embedder.dimension).toBeGreaterThanOrEqual(128);
    if (embedder.languages !== null) expect(embedder.languages).toContain('es');
  });

  test.each(translations)('%s stands nearer to its English translation', async (_, a, b) => {
    const [, englishA, englishB] = translations[0];
    const { vectors } = await embedder.embed([a, b, englishA, englishB]);
    const [rowA, rowB, goldA, goldB] = [0, 1, 2, 3].map((i) => row(vectors, i));
    if (!rowA || !rowB || !goldA || !goldB) throw new Error('four rows were asked for');
    expect(dot(rowA, goldA)).toBeGreaterThan(dot(rowA, goldB) + 0.1);
    expect(dot(rowB, goldB)).toBeGreaterThan(dot(rowB, goldA) + 0.1);
  });

  test('gives unit rows in the order of the texts', async () => {
    const texts = translations.flatMap(([, a, b]) => [a, b]);
    const { vectors } = await embedder.embed(texts);
    expect(vectors.count).toBe(texts.length);
    for (let i = 0; i < texts.length; i += 1) {
      expect(dot(row(vectors, i), row(vectors, i))).toBeCloseTo(1, 5);
      expect(vectors.norms[i]).toBeGreaterThan(0);
    }
  });

  test('gives a row of zeros for a text without words', async () => {
    const { vectors } = await embedder.embed(['', ' \n\t ', 'words']);
    expect([...row(vectors, 0), ...row(vectors, 1)].every((value) => value === 0)).toBe(true);
    expect([...vectors.norms.slice(0, 2)]).toEqual([0, 0]);
    expect(vectors.norms[2]).toBeGreaterThan(0);
  });

  test('takes no text, and a list of empty texts', async () => {
    expect((await embedder.embed([])).vectors.count).toBe(0);
    expect([...(await embedder.embed(['', ''])).vectors.norms]).toEqual([0, 0]);
  });

  test('does not care how lines are wrapped', async () => {
    const { vectors } = await embedder.embed([
      'one long line of text',
      'one long\r\n  line of\ttext ',
    ]);
    expect(row(vectors, 1)).toEqual(row(vectors, 0));
  });

  test('gives the same bits alone and in any company', async () => {
    const texts = translations.flatMap(([, a, b]) => [a, b, `${a} ${b}`]);
    const together = (await embedder.embed(texts)).vectors;
    for (const [i, text] of texts.entries()) {
      const alone = (await embedder.embed([text])).vectors;
      expect(alone.units).toEqual(row(together, i));
      expect(alone.norms[0]).toBe(together.norms[i]);
    }
  });

  test('adds up: the vector of two sentences is the sum of theirs', async () => {
    const [, a, b] = translations[1];
    const { vectors } = await embedder.embed([a, b, `${a} ${b}`]);
    const [normA = 0, normB = 0, norm = 0] = vectors.norms;
    const [rowA, rowB, joined] = [0, 1, 2].map((i) => row(vectors, i));
    joined?.forEach((value, d) => {
      expect(value * norm).toBeCloseTo((rowA?.[d] ?? 0) * normA + (rowB?.[d] ?? 0) * normB, 3);
    });
  });

  test('lives through texts of a hundred thousand words and of one endless word', async () => {
    const { vectors } = await embedder.embed(['word '.repeat(100_000), 'x'.repeat(100_000)]);
    expect(vectors.norms[0]).toBeGreaterThan(0);
    expect(Number.isFinite(vectors.units[embedder.dimension] ?? NaN)).toBe(true);
  });

  test('keeps concurrent calls apart', async () => {
    const calls = translations.map(([, a, b]) => embedder.embed([a, b], { pieces: true }));
    const results = await Promise.all(calls);
    for (const [i, [, a, b]] of translations.entries()) {
      expect(results[i]).toEqual(await embedder.embed([a, b], { pieces: true }));
    }
  });

  test('tells how far it is, and stops when told to', async () => {
    const texts = Array.from({ length: 20_000 }, (_, i) => `sentence number ${i}`);
    const seen: number[] = [];
    await embedder.embed(texts, { onProgress: (done) => seen.push(done) });
    expect(seen.at(-1)).toBe(20_000);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    await expect(
      embedder.embed(texts, {
        onProgress: () => {
          throw new Error('stop');
        },
      }),
    ).rejects.toThrow('stop');
    expect((await embedder.embed(['still there'])).vectors.norms[0]).toBeGreaterThan(0);
  });
});

describe('pieces of the bundled model', () => {
  test('are there only when asked for', async () => {
    expect((await embedder.embed(['some words'])).pieces).toBeNull();
    expect((await embedder.embed(['some words'], { pieces: true })).pieces).not.toBeNull();
  });

  test('and sentences have the same vectors in memory that was used before', async () => {
    const memory = new LentNumbers();
    const texts = translations.flatMap(([, a, b]) => [a, b]);
    const expected = await embedder.embed(texts, { pieces: true });
    memory.take(2 ** 18).fill(NaN);
    memory.take(2 ** 18).fill(NaN);
    memory.giveBack();
    expect(await embedder.embed(texts, { pieces: true, memory })).toEqual(expected);
    const [first, second] = [memory.take(2 ** 18), memory.take(2 ** 18)];
    expect(first.every(Number.isNaN) || second.every(Number.isNaN)).toBe(false);
  });

  test('sum to the sentence', async () => {
    const texts = [...translations.flatMap(([, a, b]) => [a, b]), ''];
    const { vectors, pieces } = await embedder.embed(texts, { pieces: true });
    if (pieces === null) throw new Error('the bundled model has pieces');
    expect(pieces.offsets.length).toBe(texts.length + 1);
    expect(pieces.offsets.at(-1)).toBe(pieces.ids.length);
    for (let i = 0; i < texts.length; i += 1) {
      const sum = new Float64Array(vectors.dimension);
      for (const id of pieces.ids.slice(pieces.offsets[i], pieces.offsets[i + 1])) {
        const norm = pieces.vectors.norms[id] ?? 0;
        row(pieces.vectors, id).forEach((value, d) => {
          sum[d] = (sum[d] ?? 0) + value * norm;
        });
      }
      row(vectors, i).forEach((value, d) => {
        expect(value * (vectors.norms[i] ?? 0)).toBeCloseTo(sum[d] ?? 0, 3);
      });
    }
  });

  test('are numbered from 0 by first appearance, each with its text', async () => {
    const { pieces } = await embedder.embed(['the cat', 'the the'], { pieces: true });
    expect([...(pieces?.ids ?? [])]).toEqual([0, 1, 0, 0]);
    expect(pieces?.texts.map((text) => text.replace('▁', ''))).toEqual(['the', 'cat']);
    expect(pieces?.vectors.count).toBe(2);
  });

  test('are the same over the seams of what is embedded in one go', async () => {
    const texts = Array.from({ length: 9000 }, (_, i) => `word ${i % 1000}`);
    const { pieces } = await embedder.embed(texts, { pieces: true });
    if (pieces === null) throw new Error('the bundled model has pieces');
    const idsOf = (i: number) => [...pieces.ids.slice(pieces.offsets[i], pieces.offsets[i + 1])];
    expect(idsOf(8999)).toEqual(idsOf(999));
    expect(idsOf(8192)).toEqual(idsOf(192));
    expect(pieces.offsets.length).toBe(9001);
  });
});
