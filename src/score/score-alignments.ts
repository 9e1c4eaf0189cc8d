/**
 * Strict and lax precision, recall and F1 exactly as vecalign's scorer counts them, after Sennrich
 * and Volk, "Iterative, MT-based Sentence Alignment of Parallel Texts" (NODALIDA 2011).
 */
import type { NumberedBead } from './vecalign-notation.js';

/** A gold (reference) alignment and one to be scored, of the same document. */
export interface ScoredDocument {
  readonly gold: readonly NumberedBead[];
  readonly test: readonly NumberedBead[];
}

/** The counts over all documents. */
export interface ScoreCounts {
  /** Distinct beads of the scored alignment, and how many of them are correct. */
  readonly test: number;
  readonly testStrict: number;
  readonly testLax: number;
  /** Distinct gold beads with two sides, and how many of them were found. */
  readonly gold: number;
  readonly goldStrict: number;
  readonly goldLax: number;
}

/** Each from 0 to 1; 0 if the denominator is 0. */
export interface Measures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** The result of `scoreAlignments`. */
export interface Score {
  /** A bead is correct if both sides match those of a gold bead. */
  readonly strict: Measures;
  /** A bead is correct if it shares a sentence of each side with some gold bead. */
  readonly lax: Measures;
  readonly counts: ScoreCounts;
}

/**
 * Scores pooled over documents: counts are added up before dividing. Precision includes unaligned
 * sentences (a bead with an empty side is also right or wrong); recall includes only beads with two
 * sides. Linear in the number of sentence pairs inside beads.
 */
export function scoreAlignments(documents: Iterable<ScoredDocument>): Score {
  const sum = { test: 0, testStrict: 0, testLax: 0, gold: 0, goldStrict: 0, goldLax: 0 };
  for (const { gold, test } of documents) {
    const precision = countFound(test, gold);
    sum.test += precision.total;
    sum.testStrict += precision.strict;
    sum.testLax += precision.lax;
    const recall = countFound(gold.filter(hasTwoSides), test.filter(hasTwoSides));
    sum.gold += recall.total;
    sum.goldStrict += recall.strict;
    sum.goldLax += recall.lax;
  }
  return {
    strict: measures(sum.testStrict, sum.goldStrict, sum),
    lax: measures(sum.testLax, sum.goldLax, sum),
    counts: sum,
  };
}

function hasTwoSides({ a, b }: NumberedBead): boolean {
  return a.length > 0 && b.length > 0;
}

/** How many of the distinct `beads` are in `reference`, exactly and at least in part. */
function countFound(
  beads: readonly NumberedBead[],
  reference: readonly NumberedBead[],
): { total: number; strict: number; lax: number } {
  const exact = new Set(reference.map(key));
  const partners = new Map<number, Set<number>>();
  for (const { a, b } of reference) {
    // A set for every sentence without a partner would take far more memory than all others.
    if (b.length === 0) continue;
    for (const sentence of a) {
      const known = partners.get(sentence) ?? new Set<number>();
      for (const partner of b) known.add(partner);
      partners.set(sentence, known);
    }
  }
  const distinct = new Map(beads.map((bead) => [key(bead), bead]));
  distinct.delete(key({ a: [], b: [] }));
  let strict = 0;
  let lax = 0;
  for (const [name, { a, b }] of distinct) {
    if (exact.has(name)) strict++;
    if (exact.has(name) || a.some((from) => b.some((to) => partners.get(from)?.has(to)))) lax++;
  }
  return { total: distinct.size, strict, lax };
}

/**
 * As in the original, the order of numbers within a side matters. A long text has half a million sentences
 * without a partner, for which a number is enough.
 */
function key({ a, b }: NumberedBead): string | number {
  if (b.length === 0 && a.length === 1) return a[0] ?? 0;
  if (a.length === 0 && b.length === 1) return -1 - (b[0] ?? 0);
  return `${a.join(',')}:${b.join(',')}`;
}

function measures(right: number, found: number, sum: ScoreCounts): Measures {
  const precision = sum.test === 0 ? 0 : right / sum.test;
  const recall = sum.gold === 0 ? 0 : found / sum.gold;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}
