import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SeedChains } from '../../../src/align/passages/seed-chains.js';
import type { Seeds } from '../../../src/align/passages/seeds.js';
import type { TextPositions } from '../../../src/align/passages/text-positions.js';

const size = 30;
const positions: TextPositions = {
  a: Float64Array.from({ length: size }, (_, at) => at + 0.5),
  b: Float64Array.from({ length: size }, (_, at) => at + 0.5),
  halfA: new Float64Array(size).fill(0.5),
  halfB: new Float64Array(size).fill(0.5),
};

function seedsOf(points: readonly (readonly [number, number, number])[]): Seeds {
  const unique = new Map(points.map((point) => [point[0] * size + point[1], point]));
  const sorted = [...unique.keys()].sort((x, y) => x - y).map((key) => unique.get(key)!);
  return {
    count: sorted.length,
    a: Int32Array.from(sorted, ([a]) => a),
    b: Int32Array.from(sorted, ([, b]) => b),
    odds: Float64Array.from(sorted, ([, , odds]) => odds),
  };
}

const point = fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.integer({ min: -3, max: 5 }));

test('seeds on a diagonal are one chain, and weigh more than seeds beside it', () => {
  const diagonal = Array.from({ length: 10 }, (_, at) => [at, at, 2] as const);
  const seeds = seedsOf([...diagonal, [3, 20, 3], [5, 25, 3]]);
  const best = new SeedChains(seeds, positions).takeBest(5);
  expect(best?.map((seed) => [seeds.a[seed], seeds.b[seed]])).toEqual(
    diagonal.map(([a, b]) => [a, b]),
  );
});

test('after seeds were removed, scores are as if they had never been there', () => {
  fc.assert(
    fc.property(
      fc.array(point, { minLength: 1, maxLength: 120 }),
      fc.nat(size - 6),
      fc.nat(size - 6),
      (points, fromA, fromB) => {
        const rectangle = { fromA, toA: fromA + 4, fromB, toB: fromB + 3 };
        const seeds = seedsOf(points);
        const chains = new SeedChains(seeds, positions);
        chains.remove([rectangle]);
        const isLeft = (a: number, b: number): boolean =>
          (a < fromA || a > fromA + 4) && (b < fromB || b > fromB + 3);
        const left = seedsOf(points.filter(([a, b]) => isLeft(a, b)));
        const anew = new SeedChains(left, positions);
        const scores: number[] = [];
        for (let seed = 0; seed < seeds.count; seed++) {
          if (isLeft(seeds.a[seed]!, seeds.b[seed]!)) scores.push(chains.scoreOf(seed));
        }
        expect(scores).toEqual(Array.from({ length: left.count }, (_, at) => anew.scoreOf(at)));
      },
    ),
    { numRuns: 200 },
  );
});

test('the best chain is taken first, and none twice', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 120 }), (points) => {
      const seeds = seedsOf(points);
      const chains = new SeedChains(seeds, positions);
      let last = Infinity;
      const used = new Set<number>();
      for (let path = chains.takeBest(1); path !== null; path = chains.takeBest(1)) {
        const score = chains.scoreOf(path.at(-1)!);
        expect(score).toBeLessThanOrEqual(last + 1e-9);
        last = score;
        for (const seed of path) {
          expect(used.has(seed)).toBe(false);
          used.add(seed);
        }
        chains.remove(
          path.map((seed) => ({
            fromA: seeds.a[seed]!,
            toA: seeds.a[seed]!,
            fromB: seeds.b[seed]!,
            toB: seeds.b[seed]!,
          })),
        );
      }
    }),
    { numRuns: 100 },
  );
});
