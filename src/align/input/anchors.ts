import { AppError } from '../../errors.js';
import type { StreamInput } from './stream-input.js';

/**
 * A bead that is fixed: accepted by a reviewer or given with `--anchors`. Positions in the streams,
 * ascending. One side may be empty: those sentences then stay unaligned.
 */
export interface Anchor {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** How a set of anchors divides the plane. */
export interface AnchorPlan {
  /** Anchors of neighbouring sentences in order, ascending: the path must go through them. */
  readonly chain: readonly Anchor[];
  /** The others (out of order, not neighbours, one side empty, without a vector): taken out before aligning. */
  readonly aside: readonly Anchor[];
  readonly takenA: ReadonlySet<number>;
  readonly takenB: ReadonlySet<number>;
}

/**
 * Sorts anchors into those the path goes through and those set aside.
 * The chain is the longest that ascends on both sides, O(k log k).
 *
 * @param isOnPath whether the path can go through a sentence; all of them when left out
 * @throws AppError `bad-anchor` for a position that does not exist or occurs twice.
 */
export function planAnchors(
  anchors: readonly Anchor[],
  countA: number,
  countB: number,
  isOnPath: (side: 'a' | 'b', position: number) => boolean = () => true,
): AnchorPlan {
  checkSide(anchors, 'a', countA);
  checkSide(anchors, 'b', countB);
  const candidates = anchors
    .filter(({ a, b }) => isRun(a) && isRun(b))
    .filter(({ a, b }) => a.every((i) => isOnPath('a', i)) && b.every((j) => isOnPath('b', j)))
    .sort((x, y) => x.a[0]! - y.a[0]! || x.b[0]! - y.b[0]!);
  const chain = longestAscending(candidates);
  const inChain = new Set(chain);
  const aside = anchors.filter((anchor) => !inChain.has(anchor));
  return {
    chain,
    aside,
    takenA: new Set(aside.flatMap(({ a }) => a)),
    takenB: new Set(aside.flatMap(({ b }) => b)),
  };
}

/** As `planAnchors`, for the anchors of two streams: sentences without a vector are not on the path. */
export function planStreamAnchors(
  anchors: readonly Anchor[],
  a: StreamInput,
  b: StreamInput,
): AnchorPlan {
  const norms = { a: a.embedding.vectors.norms, b: b.embedding.vectors.norms };
  return planAnchors(
    anchors,
    a.stream.sentences.length,
    b.stream.sentences.length,
    (side, position) => norms[side][position]! > 0,
  );
}

function checkSide(anchors: readonly Anchor[], side: 'a' | 'b', count: number): void {
  const seen = new Set<number>();
  for (const anchor of anchors) {
    for (const position of anchor[side]) {
      if (!Number.isInteger(position) || position < 0 || position >= count) {
        throw badAnchor(
          `an anchor names sentence ${position + 1} of the ${side === 'a' ? 'first' : 'second'} text, which has ${count}`,
        );
      }
      if (seen.has(position)) {
        throw badAnchor(
          `two anchors name sentence ${position + 1} of the ${side === 'a' ? 'first' : 'second'} text`,
        );
      }
      seen.add(position);
    }
  }
}

/** What is wrong with an anchor (exit 65). */
export function badAnchor(message: string): AppError {
  return new AppError('bad-anchor', message, {
    hint: 'every sentence may stand in one anchor; numbers begin at 1 in files',
  });
}

/** Whether positions stand side by side: not empty, ascending without a gap. */
export function isRun(positions: readonly number[]): boolean {
  return positions.length > 0 && positions.every((p, k) => k === 0 || p === positions[k - 1]! + 1);
}

/** Longest subsequence whose second sides ascend too (patience sorting). */
function longestAscending(anchors: readonly Anchor[]): Anchor[] {
  const tails: number[] = [];
  const before = new Int32Array(anchors.length).fill(-1);
  for (let k = 0; k < anchors.length; k++) {
    const start = anchors[k]!.b[0]!;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (anchors[tails[middle]!]!.b[0]! < start) low = middle + 1;
      else high = middle;
    }
    before[k] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = k;
  }
  const chain: Anchor[] = [];
  for (let k = tails.at(-1) ?? -1; k >= 0; k = before[k]!) chain.push(anchors[k]!);
  return chain.reverse();
}
