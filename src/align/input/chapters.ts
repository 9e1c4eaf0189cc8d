import type { Sentence } from '../../domain.js';

/** 1 for each sentence with which a chapter begins. Linear. */
export function chapterStarts(sentences: readonly Sentence[]): Uint8Array {
  return Uint8Array.from(sentences, ({ startsChapter }) => (startsChapter ? 1 : 0));
}

/** Number of chapters that begin inside a run of sentences, its first sentence excepted. */
export function chaptersInside(starts: Uint8Array, from: number, length: number): number {
  let count = 0;
  for (let at = from + 1; at < from + length; at++) count += starts[at]!;
  return count;
}
