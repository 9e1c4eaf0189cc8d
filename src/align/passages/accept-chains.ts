import type { Chain } from './chain.js';

/**
 * The chains that stand for passages: those that score at least `sure`, and weaker ones that are in order
 * beside one of them: next to it on both sides. O(n log n) comparisons.
 */
export function acceptChains(chains: readonly Chain[], sure: number): Chain[] {
  const accepted = new Neighbourhood();
  for (const chain of chains) if (chain.score >= sure) accepted.add(chain);
  const weaker = chains.filter(({ score }) => score < sure);
  weaker.sort((x, y) => y.score - x.score || x.fromA - y.fromA);
  for (const chain of weaker) if (accepted.isBeside(chain)) accepted.add(chain);
  return accepted.inOrder;
}

/** Chains that share no sentence, in the order of either side. */
class Neighbourhood {
  readonly #byA: Chain[] = [];
  readonly #byB: Chain[] = [];

  get inOrder(): Chain[] {
    return [...this.#byA];
  }

  add(chain: Chain): void {
    this.#byA.splice(placeOf(this.#byA, chain.fromA, fromA), 0, chain);
    this.#byB.splice(placeOf(this.#byB, chain.fromB, fromB), 0, chain);
  }

  isBeside(chain: Chain): boolean {
    const atA = placeOf(this.#byA, chain.fromA, fromA);
    const atB = placeOf(this.#byB, chain.fromB, fromB);
    const [beforeA, beforeB] = [this.#byA[atA - 1], this.#byB[atB - 1]];
    const [afterA, afterB] = [this.#byA[atA], this.#byB[atB]];
    return (
      (beforeA !== undefined && beforeA === beforeB) || (afterA !== undefined && afterA === afterB)
    );
  }
}

const fromA = (chain: Chain): number => chain.fromA;
const fromB = (chain: Chain): number => chain.fromB;

/** How many chains begin before a position. */
function placeOf(chains: readonly Chain[], position: number, of: (chain: Chain) => number): number {
  let low = 0;
  let high = chains.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (of(chains[middle]!) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
