import { hasUnspacedLetter } from '../../text/words.js';

/** What the pieces of a model are, found once for each list of pieces. */
export interface PieceKinds {
  /** 1 where the piece has a letter or a digit. */
  readonly worded: Uint8Array;
  /** 1 where it is a word, or a part of one, in a script with spaces between words. */
  readonly spaced: Uint8Array;
  /** 1 where the piece is nothing but punctuation and symbols. */
  readonly marks: Uint8Array;
}

const remembered = new WeakMap<readonly string[], PieceKinds>();

/** Distinguishes words from punctuation; remembered for as long as the list lives, because stretches of a text share it. */
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
