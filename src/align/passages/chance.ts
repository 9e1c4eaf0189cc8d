import { seededOrder } from '../numeric/seeded-order.js';
import { SeedChains } from './seed-chains.js';
import type { Seeds } from './seeds.js';
import type { TextPositions } from './text-positions.js';

/** Shuffled copies that give the mean ... */
const roundsForMean = 3;
/** ... and those that give the distribution, fewer in long texts. */
const roundsForSpread = 20;
const mostSeeds = 400_000;

/**
 * The score that a chain of these seeds reaches by chance: the highest one after the sentences of the second
 * text were put in a random order, mean of a few rounds. Cost: a few times `SeedChains`.
 */
export function chanceScore(seeds: Seeds, positions: TextPositions): number {
  return meanOf(chanceScores(seeds, positions, roundsForMean));
}

/**
 * The probability that texts with nothing in common reach a score: highest scores of local alignments follow an
 * extreme value distribution, whose two parameters are taken from shuffled copies by their moments (Gumbel; a null
 * model as in GNAT, Pial and Skiena 2023). Cost: up to twenty times `SeedChains`.
 */
export function chanceProbability(seeds: Seeds, positions: TextPositions, score: number): number {
  if (seeds.count === 0) return 1;
  const rounds = Math.floor(mostSeeds / seeds.count);
  const bounded = Math.max(roundsForMean, Math.min(roundsForSpread, rounds));
  const scores = chanceScores(seeds, positions, bounded);
  const mean = meanOf(scores);
  const variance = meanOf(scores.map((value) => (value - mean) ** 2));
  const scale = Math.max(0.1, Math.sqrt(6 * variance) / Math.PI);
  const location = mean - eulerGamma * scale;
  return 1 - Math.exp(-Math.exp(-(score - location) / scale));
}

const eulerGamma = 0.5772156649015329;

function chanceScores(seeds: Seeds, positions: TextPositions, rounds: number): number[] {
  return Array.from({ length: rounds }, (_, round) => {
    const place = seededOrder(positions.b.length, round + 1);
    return new SeedChains(moved(seeds, place), positions).highest;
  });
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

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
