import { hasUnspacedLetter } from '../../text/words.js';

/** The kinds of a model's pieces, computed once for each list of pieces. */
export interface PieceKinds {
  /** 1 if the piece contains a letter or a digit. */
  readonly worded: Uint8Array;
  /** 1 if it is a word, or part of one, in a script with spaces between words. */
  readonly spaced: Uint8Array;
  /** 1 if the piece consists only of punctuation and symbols. */
  readonly marks: Uint8Array;
}

/** Most pieces of Latin scripts; a test of properties takes longer. */
const plainWord = /^▁?[A-Za-z]+$/;
const worded = /[\p{L}\p{N}]/u;
const marks = /^▁?[\p{P}\p{S}]+$/u;

const remembered = new WeakMap<readonly string[], PieceKinds>();

/**
 * Distinguishes words from punctuation; cached for the lifetime of the list, because stretches of a
 * text share it.
 */
export function pieceKinds(texts: readonly string[]): PieceKinds {
  const known = remembered.get(texts);
  if (known !== undefined) return known;
  const kinds = {
    worded: new Uint8Array(texts.length),
    spaced: new Uint8Array(texts.length),
    marks: new Uint8Array(texts.length),
  };
  for (let id = 0; id < texts.length; id++) {
    const text = texts[id]!;
    const isPlain = plainWord.test(text);
    if (isPlain || worded.test(text)) {
      kinds.worded[id] = 1;
      if (isPlain || !hasUnspacedLetter(text)) kinds.spaced[id] = 1;
    } else if (marks.test(text)) kinds.marks[id] = 1;
  }
  remembered.set(texts, kinds);
  return kinds;
}
