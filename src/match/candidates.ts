/** Which documents are worth comparing: the nearest by their vectors, in either direction. */
import { nearestNeighbours } from '../align/vectors/nearest-neighbours.js';
import type { Vectors } from '../domain.js';
import type { Candidates } from './documents/candidates.js';
import { sentenceWeight, type MatchSide } from './documents/side.js';

/** Neighbours that each document proposes. */
const proposals = 16;
/** The same where a side has more documents than `manyDocuments`: what is known of each pair must fit in memory. */
const fewProposals = 8;
const manyDocuments = 20_000;
/**
 * Up to this many pairs of documents, all vectors are multiplied: 100,000 documents a side take some minutes. Beyond it, the search
 * expects texts in the same order, which documents are not.
 */
const mostPairsExact = 20_000_000_000;
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
  if (countA * countB <= mostPairsAll)
    return candidatesOf(
      Float64Array.from({ length: countA * countB }, (_, at) => at),
      countB,
    );
  const k = Math.max(countA, countB) > manyDocuments ? fewProposals : proposals;
  // A pair is the number of its first document times the other side's count, and its second.
  const keys = new Float64Array(views.length * k * (countA + countB));
  let size = 0;
  for (const [a, b] of views) {
    const near = nearestNeighbours(a, b, k, mostPairsExact);
    near.a.index.forEach((other, at) => {
      if (other >= 0) keys[size++] = Math.floor(at / near.a.k) * countB + other;
    });
    near.b.index.forEach((other, at) => {
      if (other >= 0) keys[size++] = other * countB + Math.floor(at / near.b.k);
    });
  }
  const found = keys.subarray(0, size).sort();
  let kept = 0;
  for (let at = 0; at < size; at++)
    if (at === 0 || found[at] !== found[at - 1]) found[kept++] = found[at]!;
  return candidatesOf(found.subarray(0, kept), countB);
}

/** @param keys ascending */
function candidatesOf(keys: Float64Array, countB: number): Candidates {
  return {
    a: Int32Array.from(keys, (key) => Math.floor(key / countB)),
    b: Int32Array.from(keys, (key) => key % countB),
  };
}
