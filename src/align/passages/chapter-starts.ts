import type { StreamInput } from '../input/stream-input.js';

/** Where chapters begin in two texts: 1 for each sentence with which one does. */
export interface ChapterStarts {
  readonly a: Uint8Array;
  readonly b: Uint8Array;
}

/** Reads where chapters begin. Linear. */
export function chapterStarts(a: StreamInput, b: StreamInput): ChapterStarts {
  const starts = ({ stream }: StreamInput): Uint8Array =>
    Uint8Array.from(stream.sentences, ({ startsChapter }) => (startsChapter ? 1 : 0));
  return { a: starts(a), b: starts(b) };
}

/** What it is worth that a passage begins or ends where a chapter does, in confident pairs. */
export const chapterBonus = 0.6;
