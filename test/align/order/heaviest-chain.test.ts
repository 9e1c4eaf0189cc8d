import { describe, expect, test } from 'vitest';
import { heaviestChain, type ChainLink } from '../../../src/align/order/heaviest-chain.js';
import { seededRandom } from '../../seeded-random.js';

/** The weight of the heaviest chain, by trying every set of links. */
function heaviestByTrying(links: readonly ChainLink[]): number {
  let best = 0;
  for (let set = 0; set < 1 << links.length; set++) {
    const chosen = links.filter((_, k) => (set >> k) & 1).sort((x, y) => x.a - y.a);
    const inOrder = chosen.every(
      (link, k) => k === 0 || (chosen[k - 1]!.a < link.a && chosen[k - 1]!.b < link.b),
    );
    if (inOrder)
      best = Math.max(
        best,
        chosen.reduce((sum, { weight }) => sum + weight, 0),
      );
  }
  return best;
}

describe('the heaviest chain', () => {
  test('weighs as much as any set of links in order, and is in order', () => {
    const random = seededRandom(5);
    for (let round = 0; round < 60; round++) {
      const links = Array.from({ length: 9 }, () => ({
        a: Math.floor(random() * 8),
        b: Math.floor(random() * 8),
        weight: 1 + Math.floor(random() * 3),
      }));
      const flags = heaviestChain(links);
      const chain = links.filter((_, k) => flags[k]).sort((x, y) => x.a - y.a);
      chain.forEach((link, k) => {
        if (k > 0) expect(chain[k - 1]!.a < link.a && chain[k - 1]!.b < link.b).toBe(true);
      });
      expect(chain.reduce((sum, { weight }) => sum + weight, 0)).toBe(heaviestByTrying(links));
    }
  });

  test('of no links is empty', () => {
    expect(heaviestChain([])).toEqual(new Uint8Array(0));
  });
});
