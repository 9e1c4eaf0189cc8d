import type { Anchor } from '../input/anchors.js';
import { anchorOdds } from './seed-chains.js';
import type { Seeds } from './seeds.js';
import { hasTwoSides } from '../input/has-two-sides.js';

/**
 * Seeds with known links among them: each link is a seed that outweighs any doubt, and its sentences have no other.
 * Cost: sorting the seeds.
 */
export function addAnchors(seeds: Seeds, anchors: readonly Anchor[]): Seeds {
  const links = anchors.filter(hasTwoSides);
  if (links.length === 0) return seeds;
  const takenA = new Set(anchors.flatMap(({ a }) => a));
  const takenB = new Set(anchors.flatMap(({ b }) => b));
  const all = links.map(({ a, b }) => ({ a: a[0]!, b: b[0]!, odds: anchorOdds }));
  for (let seed = 0; seed < seeds.count; seed++) {
    const [a, b] = [seeds.a[seed]!, seeds.b[seed]!];
    if (!takenA.has(a) && !takenB.has(b)) all.push({ a, b, odds: seeds.odds[seed]! });
  }
  all.sort((x, y) => x.a - y.a || x.b - y.b);
  return {
    count: all.length,
    a: Int32Array.from(all, ({ a }) => a),
    b: Int32Array.from(all, ({ b }) => b),
    odds: Float64Array.from(all, ({ odds }) => odds),
  };
}
