import { expect, test } from 'vitest';
import { joinRows } from '../../src/match/documents/joined-rows.js';
import type { MatchSide } from '../../src/match/documents/side.js';
import { matchSides } from '../../src/match/match-sides.js';
import { seededRandom } from '../seeded-random.js';

const bundled = 32;
const other = 24;
const dimension = bundled + other;

/** Documents of four sentences; the bundled model sees them with much noise, the other one with little. */
function side(
  documents: readonly number[],
  seed: string,
  noises: readonly [number, number],
): MatchSide {
  const random = seededRandom(seed);
  const common = seededRandom('direction of all');
  const everywhere = Array.from({ length: other }, () => 4 * (common() - 0.5));
  return {
    count: documents.length,
    offsets: Int32Array.from({ length: documents.length + 1 }, (_, at) => 4 * at),
    dimension,
    rows: documents.map((document) => {
      const rows = new Int16Array(4 * dimension);
      for (let sentence = 0; sentence < 4; sentence++) {
        const meaning = seededRandom(`${document} ${sentence}`);
        const part = (size: number, noise: number, added: readonly number[]): number[] => {
          const row = Array.from(
            { length: size },
            (_, d) => meaning() - 0.5 + noise * (random() - 0.5) + (added[d] ?? 0),
          );
          const norm = Math.hypot(...row);
          return row.map((value) => Math.round((value / norm) * 16384));
        };
        rows.set(
          [...part(bundled, noises[0], []), ...part(other, noises[1], everywhere)],
          sentence * dimension,
        );
      }
      return rows;
    }),
    lengths: new Float32Array(4 * documents.length).fill(60),
    terms: documents.map(() => new Int32Array()),
  };
}

const numbers = Array.from({ length: 30 }, (_, at) => at);
const share = ({ rows }: MatchSide): number =>
  rows[0]!.subarray(0, bundled).reduce((sum, value) => sum + value * value, 0) / 16384 ** 2;

test('the model that tells counterparts from others counts more', () => {
  const [better] = joinRows(side(numbers, 'a', [3, 0.3]), side(numbers, 'b', [3, 0.3]), other);
  const [worse] = joinRows(side(numbers, 'a', [0.3, 3]), side(numbers, 'b', [0.3, 3]), other);
  expect(share(better)).toBeLessThan(0.4);
  expect(share(worse)).toBeGreaterThan(0.6);
});

test('rows stay units, and a row that both models know nothing of stays empty', () => {
  const a = side(numbers, 'a', [1, 1]);
  const rows = a.rows.map((own, at) =>
    at === 0 ? own.map((value, d) => (d < dimension ? 0 : value)) : own,
  );
  const [joined] = joinRows({ ...a, rows }, side(numbers, 'b', [1, 1]), other);
  const norm = (from: number): number =>
    Math.hypot(...joined.rows[0]!.subarray(from, from + dimension));
  expect(norm(0)).toBe(0);
  expect(norm(dimension) / 16384).toBeCloseTo(1, 2);
});

test('a model whose vectors all point the same way gives sensible probabilities', () => {
  const a = side(numbers.slice(0, 24), 'a', [2.5, 0.8]);
  const b = side([...numbers.slice(4)].reverse(), 'b', [2.5, 0.8]);
  const { pairs } = matchSides(...joinRows(a, b, other), { termCount: 0 });
  expect(pairs.map((pair) => pair.a + pair.b)).toEqual(pairs.map(() => 29));
  expect(pairs.length).toBeGreaterThanOrEqual(19);
  expect(pairs.filter(({ probability }) => probability > 0.9).length).toBeGreaterThanOrEqual(15);
});
