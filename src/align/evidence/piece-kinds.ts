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

const remembered = new WeakMap<readonly string[], PieceKinds>();

/**
 * Distinguishes words from punctuation; cached for the lifetime of the list, because stretches of a
 * text share it.
 */
export function pieceKinds(texts: readonly string[]): PieceKinds {
  const known = remembered.get(texts);
  if (known !== undefined) return known;
  const isWorded = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
  const kinds = {
    worded: Uint8Array.from(texts, (text) => (isWorded(text) ? 1 : 0)),
    spaced: Uint8Array.from(texts, (text) => (isWorded(text) && !hasUnspacedLetter(text) ? 1 : 0)),
    marks: Uint8Array.from(texts, (text) => (/^▁?[\p{P}\p{S}]+$/u.test(text) ? 1 : 0)),
  };
  remembered.set(texts, kinds);
  return kinds;
}
