import { describe, expect, test } from 'vitest';
import { joinModels } from '../../../src/align/input/join-models.js';
import type { StreamInput } from '../../../src/align/input/stream-input.js';
import type { Embedding, Vectors } from '../../../src/domain.js';
import { seededRandom } from '../../seeded-random.js';

const count = 40;
const dimension = 48;
const random = seededRandom(7);
const gaussian = (): number => random() + random() + random() + random() - 2;

/** Row i of both sides says the same; `common` is added to every row, `noise` to each on its own. */
function sides(noise: number, common: number): readonly [Vectors, Vectors] {
  const meanings = Array.from({ length: count * dimension }, gaussian);
  const side = (): Vectors => {
    const units = new Float32Array(count * dimension);
    for (let i = 0; i < count; i++) {
      const row = units.subarray(i * dimension, (i + 1) * dimension);
      for (let d = 0; d < dimension; d++) {
        row[d] = (meanings[i * dimension + d] ?? 0) + noise * gaussian() + (d === 0 ? common : 0);
      }
      const length = Math.hypot(...row);
      for (let d = 0; d < dimension; d++) row[d] = (row[d] ?? 0) / length;
    }
    return { count, dimension, units, norms: new Float32Array(count).fill(3) };
  };
  return [side(), side()];
}

const input = (language: string, vectors: Vectors, bundled?: Vectors): StreamInput => {
  const beside: Embedding | undefined = bundled && { vectors: bundled, pieces: null };
  return {
    stream: { source: 0, language, sentences: [] },
    embedding: { vectors, pieces: null, ...(beside && { bundled: beside }) },
  };
};

/** Mean product of rows that say the same, and of rows that don't. */
function levels(a: Vectors, b: Vectors): { same: number; other: number } {
  let same = 0;
  let other = 0;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      let product = 0;
      for (let d = 0; d < a.dimension; d++) {
        product += (a.units[i * a.dimension + d] ?? 0) * (b.units[j * b.dimension + d] ?? 0);
      }
      if (i === j) same += product / count;
      else other += product / (count * (count - 1));
    }
  }
  return { same, other };
}

describe('joining two models', () => {
  const [bundledA, bundledB] = sides(0.9, 0);
  /** As of e5: strangers at .75, translations above .9. */
  const [crowdedA, crowdedB] = sides(0.5, 7);

  test('one model alone is left as it is', () => {
    const [a, b] = [input('de', bundledA), input('en', bundledB)];
    expect(joinModels(a, b)).toEqual([a, b]);
  });

  test('brings the similarities of a crowded model to the levels of the bundled one', () => {
    const [a, b] = joinModels(input('de', crowdedA, bundledA), input('en', crowdedB, bundledB));
    const crowded = levels(crowdedA, crowdedB);
    expect(crowded.other).toBeGreaterThan(0.5);
    const own = levels(bundledA, bundledB);
    const joined = levels(a.embedding.vectors, b.embedding.vectors);
    expect(Math.abs(joined.other - own.other)).toBeLessThan(0.06);
    expect(Math.abs(joined.same - own.same)).toBeLessThan(0.12);
  });

  test('a model that tells sentences apart outweighs one that does not', () => {
    const [blindA] = sides(0.9, 0);
    const [, blindB] = sides(0.9, 0);
    const [a, b] = joinModels(input('ka', crowdedA, blindA), input('en', crowdedB, blindB));
    const { same, other } = levels(a.embedding.vectors, b.embedding.vectors);
    expect(same - other).toBeGreaterThan(0.15);
  });

  test('sentences that the bundled model has no vector for keep the other model’s', () => {
    const nothing = {
      ...bundledA,
      units: new Float32Array(count * dimension),
      norms: new Float32Array(count),
    };
    const [a, b] = joinModels(input('am', crowdedA, nothing), input('en', crowdedB, bundledB));
    expect(a.embedding.vectors.norms.every((norm) => norm > 0)).toBe(true);
    const { same, other } = levels(a.embedding.vectors, b.embedding.vectors);
    expect(same - other).toBeGreaterThan(0.25);
  });

  test('two texts in one language are left to the bundled model', () => {
    const [a, b] = joinModels(input('de', crowdedA, bundledA), input('de-CH', crowdedB, bundledB));
    expect(a.embedding).toEqual({ vectors: bundledA, pieces: null });
    expect(b.embedding).toEqual({ vectors: bundledB, pieces: null });
  });

  test('pieces remain those of the bundled model, with the sentences they add up to', () => {
    const pieces = {
      ids: new Int32Array(count),
      offsets: Int32Array.from({ length: count + 1 }, (_, i) => i),
      texts: ['x'],
      vectors: {
        count: 1,
        dimension,
        units: bundledA.units.slice(0, dimension),
        norms: Float32Array.of(1),
      },
    };
    const withPieces = (own: StreamInput): StreamInput => ({
      ...own,
      embedding: {
        ...own.embedding,
        ...(own.embedding.bundled && { bundled: { ...own.embedding.bundled, pieces } }),
      },
    });
    const [a] = joinModels(
      withPieces(input('de', crowdedA, bundledA)),
      withPieces(input('en', crowdedB, bundledB)),
    );
    expect(a.embedding.pieces?.texts).toEqual(['x']);
    expect(a.embedding.pieces?.sums).toBe(bundledA);
  });

  test('gives the same vectors every time', () => {
    const join = () => joinModels(input('de', crowdedA, bundledA), input('en', crowdedB, bundledB));
    expect(join()).toEqual(join());
  });
});
