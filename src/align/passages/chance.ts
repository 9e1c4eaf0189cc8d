import { seededOrder } from '../numeric/seeded-order.js';
import { SeedChains } from './seed-chains.js';
import type { Seeds } from './seeds.js';
import type { TextPositions } from './text-positions.js';

/** Shuffled copies to average over. */
const rounds = 3;

/**
 * The score that a chain of these seeds reaches by chance: the highest one after the sentences of the second
 * text were put in a random order, mean of a few rounds. A null model in the spirit of GNAT (Pial and Skiena
 * 2023). Cost: a few times `SeedChains`.
 */
export function chanceScore(seeds: Seeds, positions: TextPositions): number {
  const columns = positions.b.length;
  let total = 0;
  for (let round = 0; round < rounds; round++) {
    const place = seededOrder(columns, round + 1);
    total += new SeedChains(moved(seeds, place), positions).highest;
  }
  return total / rounds;
}

/** The same seeds with every second sentence at another place. */
function moved(seeds: Seeds, place: Int32Array): Seeds {
  const order = [...seeds.a.keys()].sort(
    (x, y) => seeds.a[x]! - seeds.a[y]! || place[seeds.b[x]!]! - place[seeds.b[y]!]!,
  );
  return {
    count: seeds.count,
    a: Int32Array.from(order, (seed) => seeds.a[seed]!),
    b: Int32Array.from(order, (seed) => place[seeds.b[seed]!]!),
    odds: Float64Array.from(order, (seed) => seeds.odds[seed]!),
  };
}
