/** What the pieces of a model are, told once per list of pieces. */
export interface PieceKinds {
  /** 1 where the piece has a letter or a digit. */
  readonly worded: Uint8Array;
  /** 1 where the piece is nothing but punctuation and signs. */
  readonly marks: Uint8Array;
}

const told = new WeakMap<readonly string[], PieceKinds>();

/** Tells words from marks; remembered for as long as the list lives, because stretches of a text share it. */
export function pieceKinds(texts: readonly string[]): PieceKinds {
  const known = told.get(texts);
  if (known !== undefined) return known;
  const kinds = {
    worded: Uint8Array.from(texts, (text) => (/[\p{L}\p{N}]/u.test(text) ? 1 : 0)),
    marks: Uint8Array.from(texts, (text) => (/^▁?[\p{P}\p{S}]+$/u.test(text) ? 1 : 0)),
  };
  told.set(texts, kinds);
  return kinds;
}
