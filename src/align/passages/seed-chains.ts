import { MaxHeap } from '../numeric/max-heap.js';
import type { Rectangle } from './chain.js';
import type { Seeds } from './seeds.js';
import type { TextPositions } from './text-positions.js';

/** A seed counts at most this much: in closely related texts, chance looks good as well. */
const mostOdds = 3;
/** The log odds of a link that is known; it counts in full. */
export const anchorOdds = 12;
/** Bonus for a link to a seed that stands later on both sides. */
export const linkBonus = 1.5;
/** Cost of a link per unit of text by which the two sides move differently ... */
const driftCost = 0.5;
/** ... and per unit of text left out between the seeds, on the side where that is more. */
const skipCost = 0.5;
/** How far back a link reaches, in units of text. */
const reach = 6;

/**
 * The best chain that ends at each seed. A chain's score is the sum of its seeds' log odds and links; it
 * begins anew where what comes before costs more than it gives (as in local alignment, Smith and
 * Waterman 1981; chains of seeds as in Abouelhoda and Ohlebusch 2005). Seeds can be removed; only what
 * depended on them is computed again.
 *
 * Cost: the seeds times those within reach of one, which texts do not increase.
 */
export class SeedChains {
  readonly #seeds: Seeds;
  readonly #positions: TextPositions;
  readonly #weight: Float64Array;
  readonly #score: Float64Array;
  readonly #before: Int32Array;
  readonly #removed: Uint8Array;
  readonly #byRow: Lists;
  readonly #byColumn: Lists;
  readonly #best: MaxHeap;

  constructor(seeds: Seeds, positions: TextPositions) {
    this.#seeds = seeds;
    this.#positions = positions;
    this.#weight = seeds.odds.map((odds) =>
      odds === anchorOdds ? odds : Math.min(odds, mostOdds),
    );
    this.#score = new Float64Array(seeds.count);
    this.#before = new Int32Array(seeds.count).fill(-1);
    this.#removed = new Uint8Array(seeds.count);
    this.#byRow = listsOf(seeds.a, positions.a.length);
    this.#byColumn = listsOf(seeds.b, positions.b.length);
    for (let seed = 0; seed < seeds.count; seed++) this.#update(seed);
    this.#best = MaxHeap.of(this.#score);
  }

  /** The highest score of all chains; 0 if there is no seed left. */
  get highest(): number {
    return this.#score.reduce((most, score) => Math.max(most, score), 0);
  }

  /** Score of the best chain that ends at a seed. */
  scoreOf(seed: number): number {
    return this.#score[seed]!;
  }

  /** What a seed adds by itself. */
  weightOf(seed: number): number {
    return this.#weight[seed]!;
  }

  /** The seeds of the best chain left, first to last; null if none scores `least`. */
  takeBest(least: number): number[] | null {
    for (let top = this.#best.pop(); top !== null; top = this.#best.pop()) {
      if (top.value < least) return null;
      if (this.#removed[top.key] === 1) continue;
      const score = this.#score[top.key]!;
      if (score === top.value) return this.#trace(top.key);
      this.#best.push(top.key, score);
    }
    return null;
  }

  /** Removes the seeds in all rows and all columns of some rectangles. */
  remove(rectangles: readonly Rectangle[]): void {
    const changed = new MaxHeap();
    const removeAll = (lists: Lists, from: number, to: number): void => {
      for (let at = lists.starts[from]!; at < lists.starts[to + 1]!; at++) {
        const seed = lists.items[at]!;
        if (this.#removed[seed] === 1) continue;
        this.#removed[seed] = 1;
        changed.push(seed, -seed);
      }
    };
    for (const { fromA, toA, fromB, toB } of rectangles) {
      removeAll(this.#byRow, fromA, toA);
      removeAll(this.#byColumn, fromB, toB);
    }
    // Front to back, as later scores depend on earlier ones.
    const pending = new Set<number>();
    for (let next = changed.pop(); next !== null; next = changed.pop()) {
      const seed = next.key;
      pending.delete(seed);
      if (this.#removed[seed] === 0 && !this.#update(seed)) continue;
      if (this.#removed[seed] === 0) this.#best.push(seed, this.#score[seed]!);
      for (const later of this.#linkedTo(seed)) {
        if (pending.has(later)) continue;
        pending.add(later);
        changed.push(later, -later);
      }
    }
  }

  /** Finds the best link to a seed again; whether that changed anything. */
  #update(seed: number): boolean {
    const { a, b } = this.#seeds;
    const at = this.#positions;
    const i = a[seed]!;
    const j = b[seed]!;
    let best = 0;
    let before = -1;
    for (let other = seed - 1; other >= 0; other--) {
      const forwardA = at.a[i]! - at.a[a[other]!]!;
      if (forwardA > reach + 1) break;
      if (this.#removed[other] === 1) continue;
      const columns = j - b[other]!;
      if (columns < 0) continue;
      const forwardB = at.b[j]! - at.b[b[other]!]!;
      if (forwardB > reach + 1) continue;
      const skippedA = forwardA - at.halfA[i]! - at.halfA[a[other]!]!;
      const skippedB = forwardB - at.halfB[j]! - at.halfB[b[other]!]!;
      const both = i > a[other]! && columns > 0;
      const score =
        this.#score[other]! +
        (both ? linkBonus : 0) -
        driftCost * Math.abs(forwardA - forwardB) -
        skipCost * Math.max(0, skippedA, skippedB);
      if (score > best) {
        best = score;
        before = other;
      }
    }
    const score = this.#weight[seed]! + best;
    const isNew = score !== this.#score[seed] || before !== this.#before[seed];
    this.#score[seed] = score;
    this.#before[seed] = before;
    return isNew;
  }

  /** The seeds whose best link comes from a seed. */
  *#linkedTo(seed: number): Generator<number> {
    const { a, count } = this.#seeds;
    const from = this.#positions.a[a[seed]!]!;
    for (let later = seed + 1; later < count; later++) {
      if (this.#positions.a[a[later]!]! - from > reach + 1) return;
      if (this.#before[later] === seed && this.#removed[later] === 0) yield later;
    }
  }

  #trace(seed: number): number[] {
    const chain: number[] = [];
    for (let at = seed; at >= 0; at = this.#before[at]!) chain.push(at);
    return chain.reverse();
  }
}

/** Numbers in lists, one list after the other. */
interface Lists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** The seeds of every position. */
function listsOf(positions: Int32Array, count: number): Lists {
  const starts = new Int32Array(count + 1);
  for (const position of positions) starts[position + 1]!++;
  for (let at = 0; at < count; at++) starts[at + 1]! += starts[at]!;
  const next = starts.slice();
  const items = new Int32Array(positions.length);
  positions.forEach((position, seed) => {
    items[next[position]!++] = seed;
  });
  return { starts, items };
}
