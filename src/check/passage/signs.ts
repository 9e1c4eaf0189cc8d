/** What kinds of characters a text has, found in one pass: patterns need not look for what it lacks. */

/** Kinds of characters; a text's signs are those of all its characters, put together. */
export const Sign = {
  /** A digit 0 to 9, or of another script. */
  digit: 1 << 1,
  /** A digit that is not one of 0 to 9. */
  otherDigit: 1 << 2,
  capital: 1 << 3,
  /** A letter of Roman numerals. */
  roman: 1 << 4,
  fraction: 1 << 5,
  /** A quotation mark, or a dash, which may open speech. */
  quotation: 1 << 6,
  /** A single quotation mark, an apostrophe, or a mark that is nested in others or encloses titles. */
  loose: 1 << 7,
  question: 1 << 8,
  hyphen: 1 << 9,
  lineBreak: 1 << 10,
  letter: 1 << 11,
  /** A mark that belongs to the letter before it. */
  mark: 1 << 12,
  /** A letter of the Latin blocks. */
  latin: 1 << 13,
  /** Another letter, or a mark. */
  otherLetter: 1 << 14,
  space: 1 << 15,
  /** A mark after which a capital letter means nothing. */
  beforeStart: 1 << 16,
  /** 月, 월: a month. */
  month: 1 << 17,
  /** Half of a character beyond the basic plane, which may be of any kind. */
  half: 1 << 18,
} as const;

/** Letters from here on are not those of the Latin blocks. */
const pastLatin = 0x250;

/** Every kind of a character of the basic plane but the two of letters by block. */
const kinds: readonly (readonly [number, RegExp])[] = [
  [Sign.letter, /\p{L}/u],
  [Sign.mark, /\p{M}/u],
  [Sign.digit, /\p{Nd}/u],
  [Sign.capital, /\p{Lu}/u],
  [Sign.roman, /[MDCLXVI]/],
  [Sign.fraction, /[½¼¾⅓⅔]/],
  [Sign.quotation, /["“”„‟«»「」＂〝〞‘‚‹›—–―]/],
  [Sign.loose, /['’‘‚‹›『』]/],
  [Sign.question, /[?？؟]/],
  [Sign.hyphen, /-/],
  [Sign.lineBreak, /\n/],
  [Sign.space, /\s/],
  [Sign.beforeStart, /[.!?…:;。！？"“”„«»‘’()[\]\n—–-]/],
  [Sign.month, /[月월]/],
];

/** The unit has been looked at: it may be of no kind. */
const known = 1;
/** By UTF-16 unit, found out when a unit is first met. */
const signsOfUnits = new Int32Array(0x10000);

function learn(unit: number): number {
  let signs = known;
  if (unit >= 0x4e00 && unit < 0x9fa6 && unit !== 0x6708) signs |= Sign.letter;
  else if (unit >= 0xd800 && unit < 0xe000) signs |= Sign.half;
  else {
    const character = String.fromCharCode(unit);
    for (const [sign, pattern] of kinds) if (pattern.test(character)) signs |= sign;
  }
  if ((signs & Sign.digit) !== 0 && unit >= 0x80) signs |= Sign.otherDigit;
  const isLatin = unit < pastLatin && (signs & Sign.letter) !== 0;
  if (isLatin) signs |= Sign.latin;
  else if ((signs & (Sign.letter | Sign.mark)) !== 0) signs |= Sign.otherLetter;
  signsOfUnits[unit] = signs;
  return signs;
}

/** The signs of one UTF-16 unit; none of what is no unit. */
export function signsOfUnit(unit: number): number {
  return (signsOfUnits[unit] ?? 0) || (unit >= 0 ? learn(unit) : 0);
}

/** The signs of a text. Linear in it. */
export function signsOf(text: string): number {
  let signs = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    signs |= (signsOfUnits[unit] ?? 0) || learn(unit);
  }
  return signs;
}

/** Whether a text with these signs may have a character of one of the kinds; never wrongly false. */
export function mayHave(signs: number, kind: number): boolean {
  return (signs & (kind | Sign.half)) !== 0;
}
