import { expect, test } from 'vitest';
import { longestChain, type Stretch } from '../../../src/write/records/longest-chain.js';
import { seededRandom } from '../../seeded-random.js';
import { processorTime } from '../../processor-time.js';

/** As long a chain as there is, by trying every predecessor. */
function longestByTrying(stretches: readonly Stretch[]): number {
  const sorted = [...stretches].sort((x, y) => x.a[0] - y.a[0]);
  const lengths: number[] = [];
  sorted.forEach(({ a, b }, index) => {
    const before = sorted.slice(0, index).map((own, at) => {
      return own.a[1] <= a[0] && own.b[1] <= b[0] ? (lengths[at] ?? 0) : 0;
    });
    lengths.push(1 + Math.max(0, ...before));
  });
  return Math.max(0, ...lengths);
}

test('is a chain in both texts, and as long as any', () => {
  const random = seededRandom(1);
  const below = (limit: number): number => Math.floor(random() * limit);
  for (let round = 0; round < 200; round++) {
    const stretches = Array.from({ length: below(12) }, (): Stretch => {
      const [a, b] = [below(12), below(12)];
      return { a: [a, a + 1 + below(3)], b: [b, b + 1 + below(3)], score: 1 };
    });
    const chain = longestChain(stretches);
    expect(chain).toHaveLength(longestByTrying(stretches));
    chain.slice(1).forEach(({ a, b }, index) => {
      expect(a[0]).toBeGreaterThanOrEqual(chain[index]?.a[1] ?? NaN);
      expect(b[0]).toBeGreaterThanOrEqual(chain[index]?.b[1] ?? NaN);
    });
  }
});

test('takes a second for 300,000 links', async () => {
  const length = 300_000;
  const at = (index: number): Stretch => ({
    a: [index, index + 1],
    b: [index, index + 1],
    score: 1,
  });
  const links = Array.from({ length }, (_, index) => at(index));
  const time = await processorTime(() => expect(longestChain(links)).toHaveLength(length));
  expect(time).toBeLessThan(5000);
});
