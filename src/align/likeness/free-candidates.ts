import { largestSide } from '../../domain.js';
import { heaviestChain } from '../order/heaviest-chain.js';
import type { NeighbourTable } from '../vectors/neighbour-table.js';
import type { Box } from './box.js';
import { keptByGrams, type GramNeighbours } from './nearest-by-grams.js';

/** What free candidates are looked for in: two texts of one language. */
export interface FreeSpace {
  readonly nearestA: NeighbourTable;
  readonly nearestB: NeighbourTable;
  readonly grams: { readonly a: GramNeighbours; readonly b: GramNeighbours };
  /** How much two sentences are like each other; about 0 for strangers. */
  readonly affinity: (i: number, j: number) => number;
  /** 1 for sentences that may be aligned. */
  readonly freeA: Uint8Array;
  readonly freeB: Uint8Array;
  /** Whether the texts are so long that time matters. */
  readonly isLarge: boolean;
}

/** What wants a sentence: those across that are most like it, the most like first. */
interface Claims {
  /** `kept` entries a sentence; -1 where there are fewer. */
  readonly best: Int32Array;
  /** Affinity with the first. */
  readonly affinity: Float32Array;
}

/** Partners that a run is grown around. */
const kept = 3;
const keptLarge = 1;
/** Reach of a run on either side of the sentence that it is grown around. */
const mostReach = 6;
const mostReachLarge = 2;
/** A sentence may join a bead if no other sentence across is more like it by this much ... */
const mostLead = 0.15;
/** ... or none is much like it: sentences that explain a word, a rhetorical question. */
const weakClaim = 0.2;
/** Gaps with more sentences than this on the shorter side, or the longer one, are left alone. */
const widestGap = 3;
const longestGap = 8;

/**
 * Candidates that need not be like each other as wholes, for the explanations of easy language are hardly like
 * what they explain: one sentence with every run around its best partners that nothing else claims; and what
 * lies in the gap between two sure pairs that follow each other. May give a box more than once.
 */
export function* freeCandidates(space: FreeSpace): Generator<Box> {
  const { nearestA, nearestB, grams, affinity, freeA, freeB, isLarge } = space;
  const turned = (j: number, i: number): number => affinity(i, j);
  const claimsA = readClaims(nearestA, grams.a, affinity);
  const claimsB = readClaims(nearestB, grams.b, turned);
  const [partners, reach] = isLarge ? [keptLarge, mostReachLarge] : [kept, mostReach];
  for (const i of freeA.keys()) {
    if (!freeA[i]) continue;
    for (let k = 0; k < partners; k++) {
      const at = claimsA.best[i * kept + k]!;
      for (const [j, m] of runsAround(claimsB, freeB, affinity, i, at, reach)) {
        yield { i, n: 1, j, m };
      }
    }
  }
  for (const j of freeB.keys()) {
    if (!freeB[j]) continue;
    for (let k = 0; k < partners; k++) {
      const at = claimsB.best[j * kept + k]!;
      for (const [i, n] of runsAround(claimsA, freeA, turned, j, at, reach)) {
        yield { i, n, j, m: 1 };
      }
    }
  }
  yield* insideGaps(space, claimsA, claimsB);
}

/** The runs of two and more sentences that contain `at` and that nothing but `owner` claims. */
function* runsAround(
  claims: Claims,
  free: Uint8Array,
  affinity: (owner: number, sentence: number) => number,
  owner: number,
  at: number,
  most: number,
): Generator<readonly [from: number, length: number]> {
  if (at < 0 || !free[at]) return;
  const isOpen = (sentence: number): boolean =>
    free[sentence] === 1 &&
    (claims.best[sentence * kept] === owner ||
      claims.affinity[sentence]! < weakClaim ||
      affinity(owner, sentence) > claims.affinity[sentence]! - mostLead);
  let back = 0;
  while (back < most && isOpen(at - back - 1)) back++;
  let forth = 0;
  while (forth < most && isOpen(at + forth + 1)) forth++;
  for (let before = 0; before <= back; before++) {
    for (let after = before === 0 ? 1 : 0; after <= forth; after++) {
      if (before + after >= largestSide) break;
      yield [at - before, before + after + 1];
    }
  }
}

/** One sentence with each run across, inside the gaps of the chain of mutual claims. */
function* insideGaps(
  { affinity, freeA, freeB }: FreeSpace,
  claimsA: Claims,
  claimsB: Claims,
): Generator<Box> {
  const links: { a: number; b: number; weight: number }[] = [];
  for (const a of freeA.keys()) {
    const b = claimsA.best[a * kept]!;
    if (!freeA[a] || b < 0 || !freeB[b] || claimsB.best[b * kept] !== a) continue;
    const weight = affinity(a, b);
    if (weight > weakClaim) links.push({ a, b, weight });
  }
  const inChain = heaviestChain(links);
  const chain = links.filter((_, at) => inChain[at]);
  const ends = [...chain, { a: freeA.length, b: freeB.length }];
  let before = { a: -1, b: -1 };
  for (const end of ends) {
    const rows = end.a - before.a - 1;
    const columns = end.b - before.b - 1;
    if (
      Math.min(rows, columns) >= 1 &&
      Math.min(rows, columns) <= widestGap &&
      Math.max(rows, columns) <= longestGap
    ) {
      for (let i = before.a + 1; i < end.a; i++) {
        for (let j = before.b + 1; j < end.b; j++) yield* boxesAt(i, j, end, freeA, freeB);
      }
    }
    before = end;
  }
}

function* boxesAt(
  i: number,
  j: number,
  end: { readonly a: number; readonly b: number },
  freeA: Uint8Array,
  freeB: Uint8Array,
): Generator<Box> {
  if (!freeA[i] || !freeB[j]) return;
  yield { i, n: 1, j, m: 1 };
  for (let m = 2; j + m <= end.b && freeB[j + m - 1]; m++) yield { i, n: 1, j, m };
  for (let n = 2; i + n <= end.a && freeA[i + n - 1]; n++) yield { i, n, j, m: 1 };
}

function readClaims(
  table: NeighbourTable,
  grams: GramNeighbours,
  affinity: (own: number, other: number) => number,
): Claims {
  const best = new Int32Array(table.count * kept).fill(-1);
  const strongest = new Float32Array(table.count);
  for (let row = 0; row < table.count; row++) {
    const columns = new Set([
      ...table.index.subarray(row * table.k, (row + 1) * table.k),
      ...grams.index.subarray(row * keptByGrams, (row + 1) * keptByGrams),
    ]);
    columns.delete(-1);
    const ranked = [...columns]
      .map((column) => ({ column, value: affinity(row, column) }))
      .sort((x, y) => y.value - x.value || x.column - y.column);
    ranked.slice(0, kept).forEach(({ column }, k) => (best[row * kept + k] = column));
    strongest[row] = ranked[0]?.value ?? 0;
  }
  return { best, affinity: strongest };
}
