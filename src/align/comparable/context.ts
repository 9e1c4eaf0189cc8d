import type { Candidate } from './candidate.js';
import { toLogOdds, toProbability } from '../numeric/logistic.js';
import { chooseDisjoint } from './select.js';
import { heaviestChain } from '../order/heaviest-chain.js';

/**
 * The features that later scores of a candidate use in addition to those of the first score, in
 * this order.
 */
export const contextNames = [
  'logit',
  'rivalA',
  'rivalB',
  'share',
  'justBefore',
  'justAfter',
  'nearBefore',
  'nearAfter',
  'chainDistance',
  'chainCrossed',
  'chosen',
  'chosenShare',
  'chosenOrder',
] as const;

export const contextCount = contextNames.length;

/** The sentences of both texts. */
export interface Counts {
  readonly countA: number;
  readonly countB: number;
}

/** A candidate needs at least this first score to count as support. */
const leastSupport = 0.3;
/** Probabilities closer to 0 or 1 than this are clipped. */
const leastOdds = 0.0001;

/**
 * Second look: what the previous scores of all candidates say about each one. Rivals share a
 * sentence with it, neighbours come just before or after it on both sides, and the chain of likely
 * beads shows where it would be expected. One row of `contextCount` numbers per candidate.
 */
export function describeContext(
  counts: Counts,
  candidates: readonly Candidate[],
  logits: Float32Array,
): Float32Array {
  const { countA, countB } = counts;
  const probability = Float32Array.from(logits, toProbability);
  const rivalsA = new Rivals(countA);
  const rivalsB = new Rivals(countB);
  const places = (countA + 1) * (countB + 1);
  const starts = new Greatest(places);
  const ends = new Greatest(places);
  const key = (i: number, j: number): number => i * (countB + 1) + j;
  candidates.forEach(({ i, n, j, m }, at) => {
    rivalsA.add(i, n, at, probability[at]!);
    rivalsB.add(j, m, at, probability[at]!);
    starts.raise(key(i, j), probability[at]!);
    ends.raise(key(i + n, j + m), probability[at]!);
  });

  const worth = probability.map((value) => value - leastSupport);
  const chosen = chooseDisjoint(candidates, worth, countA, countB);
  const isChosen = new Set(chosen);
  const chain = makeChain(candidates, chosen);
  const chosenShare = chosen.length / Math.max(1, Math.min(countA, countB));

  const rows = new Float32Array(candidates.length * contextCount);
  candidates.forEach((candidate, at) => {
    const { i, n, j, m } = candidate;
    const rivalA = rivalsA.best(i, n, at);
    const rivalB = rivalsB.best(j, m, at);
    const total = probability[at]! + rivalsA.sum(i, n) / n + rivalsB.sum(j, m) / m;
    let nearBefore = 0;
    let nearAfter = 0;
    for (let x = 0; x <= 2; x++) {
      for (let y = 0; y <= 2; y++) {
        nearBefore = Math.max(nearBefore, ends.get(key(i - x, j - y)));
        nearAfter = Math.max(nearAfter, starts.get(key(i + n + x, j + m + y)));
      }
    }
    const place = chain.place(candidate, counts);
    rows.set(
      [
        logits[at]!,
        toLogOdds(rivalA, leastOdds),
        toLogOdds(rivalB, leastOdds),
        probability[at]! / Math.max(1e-6, total),
        ends.get(key(i, j)),
        starts.get(key(i + n, j + m)),
        nearBefore,
        nearAfter,
        place.distance,
        place.crossed,
        isChosen.has(at) ? 1 : 0,
        chosenShare,
        chain.order,
      ],
      at * contextCount,
    );
  });
  return rows;
}

/** So many places have a list of their own; those of longer texts are looked up. */
const listedPlaces = 1 << 17;

/** The greatest value at each place; 0 where there is none. */
class Greatest {
  readonly #list: Float32Array | null;
  readonly #map = new Map<number, number>();

  /** @param places how many there are */
  constructor(places: number) {
    this.#list = places <= listedPlaces ? new Float32Array(places) : null;
  }

  raise(place: number, value: number): void {
    if (value <= this.get(place)) return;
    if (this.#list !== null) this.#list[place] = value;
    else this.#map.set(place, value);
  }

  get(place: number): number {
    return (this.#list === null ? this.#map.get(place) : this.#list[place]) ?? 0;
  }
}

/** For each sentence, the two most likely candidates that contain it, and the sum over all. */
class Rivals {
  readonly #first: Float32Array;
  readonly #second: Float32Array;
  readonly #owner: Int32Array;
  readonly #sum: Float64Array;

  constructor(count: number) {
    this.#first = new Float32Array(count);
    this.#second = new Float32Array(count);
    this.#owner = new Int32Array(count).fill(-1);
    this.#sum = new Float64Array(count);
  }

  add(from: number, n: number, at: number, value: number): void {
    for (let x = from; x < from + n; x++) {
      this.#sum[x] = this.#sum[x]! + value;
      if (value > this.#first[x]!) {
        this.#second[x] = this.#first[x]!;
        this.#first[x] = value;
        this.#owner[x] = at;
      } else if (value > this.#second[x]!) this.#second[x] = value;
    }
  }

  /** The most likely candidate other than `at` that contains one of the sentences. */
  best(from: number, n: number, at: number): number {
    let best = 0;
    for (let x = from; x < from + n; x++) {
      best = Math.max(best, this.#owner[x] === at ? this.#second[x]! : this.#first[x]!);
    }
    return best;
  }

  sum(from: number, n: number): number {
    let total = 0;
    for (let x = from; x < from + n; x++) total += this.#sum[x]!;
    return total;
  }
}

interface Chain {
  /** Share of the chosen beads that run in order. */
  readonly order: number;
  place(candidate: Candidate, counts: Counts): { distance: number; crossed: number };
}

/** The chosen beads that run in order on both sides, and a candidate's place relative to them. */
function makeChain(candidates: readonly Candidate[], chosen: readonly number[]): Chain {
  const links = chosen.map((at) => {
    const { i, n, j, m } = candidates[at]!;
    return { a: i, b: j, weight: n + m, endA: i + n, endB: j + m };
  });
  const inChain = heaviestChain(links);
  const chain = links.filter((_, at) => inChain[at]).sort((x, y) => x.a - y.a);
  const order = links.length === 0 ? 0 : chain.length / links.length;
  const place = (
    { i, n, j, m }: Candidate,
    { countA, countB }: Counts,
  ): { distance: number; crossed: number } => {
    // Number of links before the candidate on each side; it crosses the links between the two
    // counts.
    const before = countBelow(chain.length, (at) => chain[at]!.endA <= i);
    const beforeB = countBelow(chain.length, (at) => chain[at]!.endB <= j);
    const crossed = Math.abs(before - beforeB);
    const last = chain[before - 1];
    const next = chain[countBelow(chain.length, (at) => chain[at]!.a < i + n)];
    const fromA = last?.endA ?? 0;
    const fromB = last?.endB ?? 0;
    const toA = next?.a ?? countA;
    const toB = next?.b ?? countB;
    const middle = i + n / 2;
    const share = toA > fromA ? (middle - fromA) / (toA - fromA) : 0.5;
    const expected = fromB + share * (toB - fromB);
    return {
      distance: Math.log(1 + Math.abs(j + m / 2 - expected)),
      crossed: crossed / Math.max(1, chain.length),
    };
  };
  return { order, place };
}

/** How many of 0..count-1 fulfil a condition that holds up to some point and not beyond. */
function countBelow(count: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
