/** Where quotations begin and end: what is said aloud keeps its borders in translation. */

/** What the quotation marks of each sentence tell, one entry a sentence. */
export interface Quotations {
  /** 1 where there is a quotation mark. */
  readonly quoted: Uint8Array;
  /** 1 where the text before has opened a quotation that is not closed yet. */
  readonly inside: Uint8Array;
  /** How many quotations begin here. */
  readonly begun: Uint8Array;
  /** 1 where the sentence ends with the end of a quotation. */
  readonly endsQuoted: Uint8Array;
}

/** A quotation that was not closed is forgotten after this many sentences. */
const LONGEST_QUOTATION = 12;
/** Single marks are taken for quotation marks when as many as this open and close plainly. */
const LEAST_SINGLES = 3;

const OPENS = 1;
const CLOSES = -1;
/** Opens or closes, whichever can be. */
const EITHER = 0;
const NONE = 2;
/** Closes what the same sentence has opened; an apostrophe elsewhere. */
const LAPSES = 3;

/** What a mark does where its neighbours don't tell (spaces on both sides, or none). */
const CUSTOM = new Map<string, number>([
  ...[...'“„«「『‹'].map((sign) => [sign, OPENS] as const),
  ...[...'”»」』›'].map((sign) => [sign, CLOSES] as const),
  ...[...'"‟'].map((sign) => [sign, EITHER] as const),
]);
const SINGLES = "'‘’‚";
const SIGN = new RegExp(`[${[...CUSTOM.keys()].join('')}${SINGLES}]`, 'gu');

const SPACE = /\s/u;
const LETTER = /[\p{L}\p{N}]/u;
const BEFORE_OPENING = /[\s([{<¡¿—–\-:]/u;
const BEFORE_SINGLE_CLOSING = /[.,!?…;:—–\-)\]。！？，]/u;
const AFTER_CLOSING = /[\s)\]}>.,;:!?…—–-]/u;
/** What an apostrophe that begins a word stands before: "'tis", and "didn 't" in texts cut into words. */
const CLIPPED = /^(?:s|t|d|m|re|ve|ll|am|em|im|er|tis|twas|til|cause|bout)(?![\p{L}\p{N}])/iu;

/** Reads the quotation marks of consecutive sentences. O(text). */
export function readQuotations(texts: readonly string[]): Quotations {
  const { length } = texts;
  const roles = rolesOf(texts);
  const result = {
    quoted: new Uint8Array(length),
    inside: new Uint8Array(length),
    begun: new Uint8Array(length),
    endsQuoted: new Uint8Array(length),
  };
  let open = false;
  let since = 0;
  texts.forEach((text, i) => {
    since++;
    if (open && since > LONGEST_QUOTATION) open = false;
    result.inside[i] = open ? 1 : 0;
    const end = text.trimEnd().length;
    for (const { index: k } of text.matchAll(SIGN)) {
      const role = roles(text, k);
      if (role === NONE || (role === LAPSES && !(open && since === 0))) continue;
      result.quoted[i] = 1;
      open = role === OPENS || (role === EITHER && !open);
      if (open) {
        since = 0;
        result.begun[i]!++;
      } else if (k === end - 1) result.endsQuoted[i] = 1;
    }
  });
  return result;
}

/** Tells what the sign at a place of a text does. */
type Roles = (text: string, at: number) => number;

/** Learns from a whole text how it uses its marks: “German“, »inverted«, ”Finnish”, 'British'. */
function rolesOf(texts: readonly string[]): Roles {
  const plain = new Map<string, { opens: number; closes: number }>();
  let doubles = 0;
  let singlesOpen = 0;
  let singlesClose = 0;
  for (const text of texts) {
    for (const { 0: sign, index: k } of text.matchAll(SIGN)) {
      if (CUSTOM.has(sign)) {
        doubles++;
        const role = byNeighbours(text, k);
        if (role === EITHER || role === NONE || k === 0) continue;
        const seen = plain.get(sign) ?? { opens: 0, closes: 0 };
        if (role === OPENS) seen.opens++;
        else seen.closes++;
        plain.set(sign, seen);
      } else {
        const role = ofSingle(text, k);
        if (role === OPENS || role === EITHER) singlesOpen += role === EITHER ? 0.5 : 1;
        if (role === CLOSES || role === EITHER) singlesClose += role === EITHER ? 0.5 : 1;
      }
    }
  }
  const single =
    Math.min(singlesOpen, singlesClose) >= LEAST_SINGLES && singlesOpen + singlesClose > doubles;
  const usual = new Map(CUSTOM);
  for (const [sign, { opens, closes }] of plain) {
    if (CUSTOM.get(sign) === EITHER) continue;
    if (opens > 3 * closes) usual.set(sign, OPENS);
    else if (closes > 3 * opens) usual.set(sign, CLOSES);
    else if (opens + closes > 3) usual.set(sign, EITHER);
  }
  return (text, at) => {
    const sign = text[at]!;
    // The other kind of marks then stands for a quotation inside a quotation.
    if (single) return SINGLES.includes(sign) ? ofSingle(text, at) : NONE;
    const custom = usual.get(sign);
    if (custom === undefined) return NONE;
    const role = byNeighbours(text, at);
    return role === EITHER ? custom : role;
  };
}

/** Role of a double mark by the signs beside it; EITHER when these don't tell. */
function byNeighbours(text: string, at: number): number {
  const before = at === 0 ? ' ' : text[at - 1]!;
  const after = text[at + 1] ?? ' ';
  // A sentence hardly ever begins with the end of a quotation.
  if (at === 0) return OPENS;
  // Hebrew abbreviations, inches.
  if (text[at] === '"' && LETTER.test(before) && LETTER.test(after)) return NONE;
  const canOpen = BEFORE_OPENING.test(before) && !SPACE.test(after);
  const canClose = !SPACE.test(before) && AFTER_CLOSING.test(after);
  if (canOpen === canClose) return EITHER;
  return canOpen ? OPENS : CLOSES;
}

/** Role of a single mark, most of which are apostrophes. */
function ofSingle(text: string, at: number): number {
  const sign = text[at]!;
  if (sign === '‘' || sign === '‚') return OPENS;
  const before = at === 0 ? ' ' : text[at - 1]!;
  const after = text[at + 1] ?? ' ';
  if (BEFORE_SINGLE_CLOSING.test(before) && AFTER_CLOSING.test(after)) return CLOSES;
  if (LETTER.test(before) && AFTER_CLOSING.test(after)) return LAPSES;
  if (sign === '’') return NONE;
  if (SPACE.test(before) && SPACE.test(after)) return at === 0 ? OPENS : EITHER;
  if (BEFORE_OPENING.test(before) && !SPACE.test(after)) {
    return CLIPPED.test(text.slice(at + 1, at + 8)) ? NONE : OPENS;
  }
  return NONE;
}
