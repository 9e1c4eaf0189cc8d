import { chapterStarts } from '../input/chapters.js';
import type { StreamInput } from '../input/stream-input.js';

/** Where chapters begin in two texts: 1 for each sentence with which one does. */
export interface ChapterStarts {
  readonly a: Uint8Array;
  readonly b: Uint8Array;
}

/** Reads where chapters begin in both. Linear. */
export function readChapters(a: StreamInput, b: StreamInput): ChapterStarts {
  return { a: chapterStarts(a.stream.sentences), b: chapterStarts(b.stream.sentences) };
}

/** What it is worth that a passage begins or ends where a chapter does, in confident pairs. */
export const chapterBonus = 0.6;
