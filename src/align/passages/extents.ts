import { evidenceRate, type Chain, type Rectangle } from './chain.js';
import { mostMissing } from './merge-chains.js';

/** The rectangle around a chain in which its passage is aligned. */
export interface Extent extends Rectangle {
  readonly chain: Chain;
  /** It reaches the beginning of both texts: nothing there can belong elsewhere. */
  readonly begins: boolean;
  /** It reaches the end of both texts. */
  readonly ends: boolean;
}

/** Chains with fewer seeds are not extended: too little is known of their rate. */
const fewestSeeds = 6;
/** An end is extended by at least this many sentences ... */
const shortest = 3;
/** ... and at most this many. */
const longest = 60;
/** Sentences that one side may have more than the other has room for. */
const slack = 2;
/** A corner of both texts within this many sentences belongs to the passage next to it. */
const corner = 6;

/**
 * Each chain with the free text around its ends: as much as its evidence per sentence lets expect without a
 * seed, on each side no more than the other has room for. Linear in the chains.
 *
 * @param chains sharing no sentence
 */
export function extend(chains: readonly Chain[], countA: number, countB: number): Extent[] {
  const byA = [...chains].sort((x, y) => x.fromA - y.fromA);
  const byB = [...chains].sort((x, y) => x.fromB - y.fromB);
  const placeB = new Map(byB.map((chain, at) => [chain, at]));
  return byA.map((chain, atA) => {
    const atB = placeB.get(chain)!;
    const freeFromA = atA === 0 ? 0 : byA[atA - 1]!.toA + 1;
    const freeFromB = atB === 0 ? 0 : byB[atB - 1]!.toB + 1;
    const freeToA = (byA[atA + 1]?.fromA ?? countA) - 1;
    const freeToB = (byB[atB + 1]?.fromB ?? countB) - 1;
    const front = reachOf(chain, chain.fromA - freeFromA, chain.fromB - freeFromB, {
      isCorner: freeFromA === 0 && freeFromB === 0,
    });
    const back = reachOf(chain, freeToA - chain.toA, freeToB - chain.toB, {
      isCorner: freeToA === countA - 1 && freeToB === countB - 1,
    });
    const rectangle = {
      fromA: chain.fromA - front.a,
      toA: chain.toA + back.a,
      fromB: chain.fromB - front.b,
      toB: chain.toB + back.b,
    };
    return {
      ...rectangle,
      chain,
      begins: rectangle.fromA === 0 && rectangle.fromB === 0,
      ends: rectangle.toA === countA - 1 && rectangle.toB === countB - 1,
    };
  });
}

/** How far an end reaches into the free text beside it. */
function reachOf(
  chain: Chain,
  freeA: number,
  freeB: number,
  { isCorner }: { readonly isCorner: boolean },
): { readonly a: number; readonly b: number } {
  const ratio = (chain.toB - chain.fromB + 1) / (chain.toA - chain.fromA + 1);
  const most = furthest(chain);
  const [mostA, mostB] = [most * Math.max(1, 1 / ratio), most * Math.max(1, ratio)];
  const near = Math.min(corner, chain.seeds);
  if (isCorner && freeA <= Math.max(near, mostA) && freeB <= Math.max(near, mostB)) {
    return { a: freeA, b: freeB };
  }
  return {
    a: Math.round(Math.min(freeA, freeB / ratio + slack, mostA)),
    b: Math.round(Math.min(freeB, freeA * ratio + slack, mostB)),
  };
}

function furthest(chain: Chain): number {
  if (chain.seeds < fewestSeeds) return 0;
  const expected = mostMissing / Math.max(evidenceRate(chain), 1e-3);
  return Math.floor(Math.min(longest, Math.max(shortest, expected)));
}
