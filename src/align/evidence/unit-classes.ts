/** Kinds of UTF-16 units; see `assembly/signs.ts`. */
export const Unit = {
  letter: 1,
  number: 2,
  lower: 4,
  space: 8,
  /** Closes what is around a sentence. */
  closing: 16,
  /** May stand before a quotation mark or a dash at the beginning of a sentence. */
  leading: 32,
  /** A quotation mark or a dash that begins a sentence. */
  opening: 64,
  known: 128,
} as const;

const kinds: readonly (readonly [number, RegExp])[] = [
  [Unit.letter, /^\p{L}/u],
  [Unit.number, /^\p{N}/u],
  [Unit.lower, /^\p{Ll}/u],
  [Unit.space, /^\s/u],
  [Unit.closing, /^["'”’»›」』）)\]}\s]/u],
  [Unit.leading, /^[\s(（[]/u],
  [Unit.opening, /^["“”„‟«»‹›「『‘'—–―]/u],
];

/** The bits of `Unit` that are true of a character. */
export function characterClass(character: string): number {
  let found: number = Unit.known;
  for (const [bit, kind] of kinds) if (kind.test(character)) found |= bit;
  return found;
}
