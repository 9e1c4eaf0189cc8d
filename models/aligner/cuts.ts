/** Copies of hand-aligned documents in which one side lacks passages, to teach the aligner what has no partner. */

import type { RawPair } from './raw-pair.js';
import { seededRandom } from '../../test/seeded-random.js';

/** A cut comes every so many beads on average. */
const APART = 40;
const LONGEST_CUT = 4;

/** Takes runs of beads out of one side; their sentences on the other side are left without a partner. */
export function cutRuns({ lines, gold }: RawPair, seed: number): RawPair {
  const random = seededRandom(seed);
  const gone: [Set<number>, Set<number>] = [new Set(), new Set()];
  for (let k = 0; k < gold.length; k++) {
    if (random() > 1 / APART) continue;
    const side = random() < 0.5 ? 0 : 1;
    const last = k + Math.floor(random() * LONGEST_CUT);
    for (; k <= last && k < gold.length; k++) {
      for (const i of side === 0 ? gold[k]!.a : gold[k]!.b) gone[side].add(i);
    }
  }
  const names = lines.map((list, side) => {
    let next = 0;
    return list.map((_, i) => (gone[side]!.has(i) ? -1 : next++));
  });
  const renamed = (side: 0 | 1, positions: readonly number[]): number[] =>
    positions.map((i) => names[side]![i]!).filter((i) => i >= 0);
  return {
    lines: [lines[0].filter((_, i) => !gone[0].has(i)), lines[1].filter((_, i) => !gone[1].has(i))],
    gold: gold.flatMap((bead) => {
      const a = renamed(0, bead.a);
      const b = renamed(1, bead.b);
      if (a.length > 0 && b.length > 0) return [{ a, b }];
      return [...a.map((i) => ({ a: [i], b: [] })), ...b.map((j) => ({ a: [], b: [j] }))];
    }),
  };
}
