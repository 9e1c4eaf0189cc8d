/** Comparing a long text with short ones part by part: any thread that takes part takes the next part. */
import type { NearestSentences } from '../../align/excerpt/nearest-sentences.js';
import type { Vectors } from '../../domain.js';

/** Sentences compared at a time, whose vectors are then dropped. */
const atOnce = 8192;

/** What another thread needs in order to compare parts of a long text that it has read. */
export interface CompareOrder {
  /** Index in the run of the source that the long text is in. */
  readonly source: number;
  /** Where its sentences begin and end in the source's text, in turn. */
  readonly spans: Int32Array;
  /** The vectors of the short texts. */
  readonly shorts: readonly Vectors[];
  /** The number of the next part, for whoever takes it. */
  readonly next: Int32Array<SharedArrayBuffer>;
}

/** The nearest sentences in the parts that somebody compared, as `NearestSentences` has them, for a short text. */
export type NearestTable = Pick<NearestSentences, 'index' | 'cosine'>;

/** Compares parts of a text somewhere else; a table for each short text, or null where that is not possible. */
export type CompareElsewhere = (order: CompareOrder) => Promise<readonly NearestTable[] | null>;

/** Counts the parts that were taken, in all threads; none yet. */
export function partCounter(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/**
 * Compares one part after the other, until all are taken. Returns the numbers of those compared here.
 *
 * @param count sentences of the long text
 * @param vectorsOf gives the vectors of some of them, which are not looked at after the next call
 * @param onProgress called with the number of sentences that are compared or being compared, by anyone
 */
export async function compareParts(
  count: number,
  nearest: readonly NearestSentences[],
  next: Int32Array<SharedArrayBuffer>,
  vectorsOf: (from: number, to: number) => Vectors | Promise<Vectors>,
  onProgress?: (done: number) => void,
): Promise<number[]> {
  const own: number[] = [];
  for (;;) {
    const part = Atomics.add(next, 0, 1);
    if (part * atOnce >= count) return own;
    await comparePart(part, count, nearest, vectorsOf);
    own.push(part);
    onProgress?.(Math.min(count, Atomics.load(next, 0) * atOnce));
  }
}

/** Compares the parts that are not among those numbers: somebody took them who did not finish. */
export async function compareOthers(
  done: readonly number[],
  count: number,
  nearest: readonly NearestSentences[],
  vectorsOf: (from: number, to: number) => Vectors | Promise<Vectors>,
): Promise<void> {
  for (let part = 0; part * atOnce < count; part++)
    if (!done.includes(part)) await comparePart(part, count, nearest, vectorsOf);
}

async function comparePart(
  part: number,
  count: number,
  nearest: readonly NearestSentences[],
  vectorsOf: (from: number, to: number) => Vectors | Promise<Vectors>,
): Promise<void> {
  const from = part * atOnce;
  const vectors = await vectorsOf(from, Math.min(count, from + atOnce));
  for (const each of nearest) each.add(vectors, from);
}
