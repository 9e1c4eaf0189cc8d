/** Which documents are worth comparing: the nearest by their vectors, in either direction. */
import { nearestNeighbours } from '../align/vectors/nearest-neighbours.js';
import type { Vectors } from '../domain.js';
import type { Candidates } from './documents/candidates.js';
import { sentenceWeight, type MatchSide } from './documents/side.js';

/** Neighbours that each document proposes. */
const proposals = 16;
/** With no more pairs than this, all are compared. */
const mostPairsAll = 4096;

/**
 * One unit vector per document: its sentences' sum by the root of their length.
 *
 * @param rowOf the row of a sentence, counted over all documents
 */
export function documentVectors(
  side: MatchSide,
  rowOf: (document: number, sentence: number) => Int16Array,
): Vectors {
  const { count, offsets, lengths, dimension } = side;
  const units = new Float32Array(count * dimension);
  const norms = new Float32Array(count);
  for (let document = 0; document < count; document++) {
    const own = units.subarray(document * dimension, (document + 1) * dimension);
    for (let at = offsets[document]!; at < offsets[document + 1]!; at++) {
      const row = rowOf(document, at);
      const weight = sentenceWeight(lengths[at]!);
      for (let d = 0; d < dimension; d++) own[d]! += weight * row[d]!;
    }
    let square = 0;
    for (const value of own) square += value * value;
    norms[document] = Math.sqrt(square);
    if (square > 0) for (let d = 0; d < dimension; d++) own[d]! /= Math.sqrt(square);
  }
  return { count, dimension, units, norms };
}

/**
 * The pairs of documents that deserve a closer look.
 *
 * @param views pairs of sides under several weightings: what is near in any is proposed
 */
export function findCandidates(views: readonly (readonly [Vectors, Vectors])[]): Candidates {
  const [first] = views;
  const countA = first?.[0].count ?? 0;
  const countB = first?.[1].count ?? 0;
  const found: Set<number>[] = Array.from({ length: countA }, () => new Set<number>());
  if (countA * countB <= mostPairsAll) {
    for (const own of found) for (let b = 0; b < countB; b++) own.add(b);
  } else
    for (const [a, b] of views) {
      const near = nearestNeighbours(a, b, proposals);
      near.a.index.forEach((other, at) => {
        if (other >= 0) found[Math.floor(at / near.a.k)]?.add(other);
      });
      near.b.index.forEach((other, at) => {
        if (other >= 0) found[other]?.add(Math.floor(at / near.b.k));
      });
    }
  const pairs = found.map((own) => [...own].sort((x, y) => x - y));
  return {
    a: Int32Array.from(pairs.flatMap((own, a) => own.map(() => a))),
    b: Int32Array.from(pairs.flat()),
  };
}
