import { describe, expect, test } from 'vitest';
import type { Pieces, Vectors } from '../../../src/domain.js';
import { readClauses, type Clauses } from '../../../src/align/evidence/clauses.js';
import type { Nearby } from '../../../src/align/evidence/nearby.js';
import type { Side } from '../../../src/align/search/side.js';
import { ProductStore } from '../../../src/align/vectors/product-store.js';
import { randomVectors, simpleDot } from '../vectors/random-vectors.js';

/** No multiple of the sixteen that a register has. */
const dimension = 22;
const scale = 1.25;
const texts = ['▁one', '▁two', '▁three', '▁four', '▁five', ','];
const comma = 5;
const pieceVectors = randomVectors(texts.length, dimension, 3);
const others = randomVectors(90, dimension, 4);

/** Sentences of pieces that stand there as often as their order says, and the sums that are their vectors. */
function sentencesOf(count: number): { pieces: Pieces; vectors: Vectors; lists: number[][] } {
  const lists = Array.from({ length: count }, (_, i) => [
    ...[0, 1, 2, 3, comma].map((id) => (id + i) % comma),
    comma,
    ...[4, 3, 2, 1, 0].map((id) => (id + i) % comma),
  ]);
  const units = new Float32Array(count * dimension);
  const norms = new Float32Array(count);
  lists.forEach((list, i) => {
    const sum = sumOf(list);
    norms[i] = Math.hypot(...sum);
    sum.forEach((value, d) => (units[i * dimension + d] = value / norms[i]!));
  });
  return {
    pieces: {
      ids: Int32Array.from(lists.flat()),
      offsets: Int32Array.from({ length: count + 1 }, (_, i) => 11 * i),
      texts,
      vectors: pieceVectors,
    },
    vectors: { count, dimension, units, norms },
    lists,
  };
}

function sumOf(list: readonly number[]): number[] {
  return Array.from({ length: dimension }, (_, d) =>
    list.reduce((sum, id) => sum + pieceVectors.units[id * dimension + d]!, 0),
  );
}

/** The cosine of a sum of pieces with a sentence of the other side. */
function cosine(list: readonly number[], other: number): number {
  const sum = sumOf(list);
  const units = Float32Array.from(sum, (value) => value / Math.hypot(...sum));
  return simpleDot({ ...others, units }, 0, others, other);
}

function sideOf(vectors: Vectors): Side {
  const { count, norms } = vectors;
  const positions = Int32Array.from({ length: count }, (_, i) => i);
  return {
    sentences: [],
    positions,
    count,
    dimension,
    vectors,
    starts: positions.map((i) => i * dimension),
    norms: Float64Array.from(norms),
    barriers: new Int32Array(count),
  };
}

/** Reads clauses as the first or as the second side; each sentence is beside its own number and the next. */
function read(
  vectors: Vectors,
  pieces: Pieces | null,
  own: 0 | 1,
  sure: readonly number[] = [],
): Clauses {
  const side = sideOf(vectors);
  const rows = [
    { units: vectors.units, starts: side.starts },
    { units: others.units, starts: Int32Array.from({ length: 90 }, (_, i) => i * dimension) },
  ] as const;
  const store =
    own === 0
      ? ProductStore.of(rows[0], rows[1], dimension)
      : ProductStore.of(rows[1], rows[0], dimension);
  const nearby: Nearby = {
    first: Int32Array.from({ length: side.count }, (_, i) => i),
    end: Int32Array.from({ length: side.count }, (_, i) => i + 2),
    sure: Uint8Array.from({ length: side.count }, (_, i) => (sure.includes(i) ? 1 : 0)),
  };
  const clauses = readClauses(side, { vectors, pieces }, store, own, nearby, scale);
  store.close();
  return clauses;
}

describe.each([0, 1] as const)('the clauses of side %i', (own) => {
  test('are the parts between marks, each with its cosines with the sentences beside its own', () => {
    const { pieces, vectors, lists } = sentencesOf(80);
    const clauses = read(vectors, pieces, own);
    expect(clauses.offsets[80]).toBe(160);
    lists.forEach((list, i) => {
      [list.slice(0, 6), list.slice(6)].forEach((part, c) => {
        const clause = 2 * i + c;
        expect(clauses.shares[clause]).toBeCloseTo(part.length / 11, 6);
        for (const k of [0, 1]) {
          const value = clauses.cosines[clauses.starts[clause]! + k]!;
          expect(value).toBeCloseTo(scale * cosine(part, i + k), 3);
        }
      });
    });
  });

  test('are whole sentences where these are sure, or there are no pieces', () => {
    const { pieces, vectors } = sentencesOf(70);
    const [some, none] = [read(vectors, pieces, own, [0, 66]), read(vectors, null, own)];
    expect([...some.offsets.subarray(0, 3), some.offsets[66], some.offsets[67]]).toEqual([
      0, 1, 3, 131, 132,
    ]);
    expect(none.offsets[70]).toBe(70);
    for (const clauses of [some, none]) {
      const clause = clauses.offsets[66]!;
      expect(clauses.shares[clause]).toBe(1);
      const value = clauses.cosines[clauses.starts[clause]! + 1]!;
      expect(value).toBeCloseTo(scale * simpleDot(vectors, 66, others, 67), 3);
    }
  });

  test('are none of an empty side', () => {
    const { pieces, vectors } = sentencesOf(0);
    const clauses = read(vectors, pieces, own);
    expect([clauses.offsets.length, clauses.cosines.length]).toEqual([1, 0]);
  });
});
