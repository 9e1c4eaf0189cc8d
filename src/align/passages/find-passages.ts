import type { Anchor } from '../input/anchors.js';
import { pickSentences } from '../input/pick-sentences.js';
import type { StreamInput } from '../input/stream-input.js';
import { nearestNeighbours, type Neighbours } from '../vectors/nearest-neighbours.js';
import { addAnchors } from './anchor-seeds.js';
import { acceptChains } from './accept-chains.js';
import type { Chain } from './chain.js';
import { chanceProbability, chanceScore } from './chance.js';
import { extend, type Extent } from './extents.js';
import { findChains } from './find-chains.js';
import { findSeeds } from './find-seeds.js';
import { mergeChains } from './merge-chains.js';
import { SeedChains } from './seed-chains.js';
import { layOut } from './text-positions.js';

/** A chain with this score is a passage, if chance does not reach it: none is found in unrelated texts. */
const sureScore = 8;
/** Beside a passage, in order, this much is enough ... */
const besideScore = 3.5;
/** ... and this where the other passages leave text over on both sides. */
const leftoverScore = 5;
/** With fewer sentences left over on a side there is nothing to find. */
const fewestLeft = 4;

/** What was found of two texts. */
export interface FoundPassages {
  /** The rectangles in which passages are to be aligned, in the order of the first text; they may overlap at their ends. */
  readonly extents: readonly Extent[];
  /** Where there is none: the probability that texts with nothing in common look as similar as these. */
  readonly byChance: number;
}

/** Neighbours kept for every sentence. */
const kept = 8;

/** The neighbours of all sentences, as many as `findPassages` and the search for pairs need. */
export function neighboursOf(a: StreamInput, b: StreamInput): Neighbours {
  return nearestNeighbours(a.embedding.vectors, b.embedding.vectors, kept);
}

/**
 * Finds the passages of two texts that run in parallel, wherever they stand: seeds, chains of seeds, those that
 * chance does not explain, and once more in the text that they leave over.
 *
 * Cost: linear in the sentences, given the neighbours.
 *
 * @param neighbours of every sentence, as `findSeeds` takes them
 * @param anchors known links; each counts as a sure seed
 */
export function findPassages(
  a: StreamInput,
  b: StreamInput,
  neighbours: Neighbours,
  anchors: readonly Anchor[] = [],
): FoundPassages {
  const seeds = addAnchors(findSeeds(a, b, neighbours), anchors);
  const positions = layOut(a, b, seeds);
  const paths = new SeedChains(seeds, positions);
  const highest = paths.highest;
  if (highest < sureScore) {
    return { extents: [], byChance: chanceProbability(seeds, positions, highest) };
  }
  const sure = Math.max(sureScore, chanceScore(seeds, positions));
  const accepted = acceptChains(findChains(paths, seeds, besideScore), sure);
  const [countA, countB] = [a.stream.sentences.length, b.stream.sentences.length];
  const merged = mergeChains([...accepted, ...findLeftover(a, b, accepted)]);
  return { extents: extend(merged, countA, countB), byChance: 0 };
}

/** Chains in the text that no chain has, with neighbours of its own. */
function findLeftover(a: StreamInput, b: StreamInput, accepted: readonly Chain[]): Chain[] {
  if (accepted.length === 0) return [];
  const freeA = outside(
    accepted.map(({ fromA, toA }) => [fromA, toA] as const),
    a,
  );
  const freeB = outside(
    accepted.map(({ fromB, toB }) => [fromB, toB] as const),
    b,
  );
  if (freeA.length < fewestLeft || freeB.length < fewestLeft) return [];
  const [restA, restB] = [pickSentences(a, freeA), pickSentences(b, freeB)];
  const seeds = findSeeds(restA, restB, neighboursOf(restA, restB));
  return findChains(new SeedChains(seeds, layOut(restA, restB, seeds)), seeds, leftoverScore)
    .map((chain) => ({
      ...chain,
      fromA: freeA[chain.fromA]!,
      toA: freeA[chain.toA]!,
      fromB: freeB[chain.fromB]!,
      toB: freeB[chain.toB]!,
      pairs: chain.pairs.map(([i, j]) => [freeA[i]!, freeB[j]!] as const),
    }))
    .filter((chain) => accepted.every((other) => isApart(chain, other)));
}

function outside(
  spans: readonly (readonly [from: number, to: number])[],
  { stream }: StreamInput,
): number[] {
  const taken = new Uint8Array(stream.sentences.length);
  for (const [from, to] of spans) taken.fill(1, from, to + 1);
  return [...taken.keys()].filter((position) => taken[position] === 0);
}

/** A chain found in what others left over may reach across one of them. */
function isApart(x: Chain, y: Chain): boolean {
  return (x.toA < y.fromA || x.fromA > y.toA) && (x.toB < y.fromB || x.fromB > y.toB);
}
