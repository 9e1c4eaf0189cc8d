/** Where quotations begin and end: translations keep the boundaries of direct speech. */

/** The quotation marks of sentences, one entry per sentence. */
export interface Quotations {
  /** 1 if there is a quotation mark. */
  readonly quoted: Uint8Array;
  /** 1 if an earlier quotation is still open. */
  readonly inside: Uint8Array;
  /** How many quotations begin here. */
  readonly begun: Uint8Array;
  /** 1 if a quotation ends at the end of the sentence. */
  readonly endsQuoted: Uint8Array;
}

/** An unclosed quotation is forgotten after this many sentences. */
const longestQuotation = 12;
/** Single marks count as quotation marks if at least this many clearly open and close. */
const leastSingles = 3;

/** The effect of a mark on the surrounding quotation. */
const Role = {
  opens: 1,
  closes: -1,
  /** Opens or closes, whichever is possible. */
  either: 0,
  none: 2,
  /** Closes a quotation opened in the same sentence; an apostrophe otherwise. */
  lapses: 3,
} as const;

/** The effect of a mark if its neighbours do not decide (spaces on both sides, or none). */
const usualRoles = new Map<string, number>([
  ...[...'“„«「『‹'].map((sign) => [sign, Role.opens] as const),
  ...[...'”»」』›'].map((sign) => [sign, Role.closes] as const),
  ...[...'"‟'].map((sign) => [sign, Role.either] as const),
]);
const singleMarks = "'‘’‚";
const quotationMark = new RegExp(`[${[...usualRoles.keys()].join('')}${singleMarks}]`, 'gu');

const whiteSpace = /\s/u;
const letterOrDigit = /[\p{L}\p{N}]/u;
const beforeOpening = /[\s([{<¡¿—–\-:]/u;
const beforeSingleClosing = /[.,!?…;:—–\-)\]。！？，]/u;
const afterClosing = /[\s)\]}>.,;:!?…—–-]/u;
/** What follows an apostrophe at the beginning of a word: "'tis", and "didn 't" in tokenised texts. */
const clippedWord = /^(?:s|t|d|m|re|ve|ll|am|em|im|er|tis|twas|til|cause|bout)(?![\p{L}\p{N}])/iu;

/** Reads the quotation marks of consecutive sentences. O(text). */
export function readQuotations(texts: readonly string[]): Quotations {
  const { length } = texts;
  const marks = marksOf(texts);
  const roles = rolesOf(texts, marks);
  const result = {
    quoted: new Uint8Array(length),
    inside: new Uint8Array(length),
    begun: new Uint8Array(length),
    endsQuoted: new Uint8Array(length),
  };
  let open = false;
  let since = 0;
  for (let i = 0, next = 0; i < length; i++) {
    since++;
    if (open && since > longestQuotation) open = false;
    result.inside[i] = open ? 1 : 0;
    if (marks[next]?.sentence !== i) continue;
    const text = texts[i]!;
    const end = text.trimEnd().length;
    for (; marks[next]?.sentence === i; next++) {
      const k = marks[next]!.at;
      const role = roles(text, k);
      if (role === Role.none || (role === Role.lapses && !(open && since === 0))) continue;
      result.quoted[i] = 1;
      open = role === Role.opens || (role === Role.either && !open);
      if (open) {
        since = 0;
        result.begun[i]!++;
      } else if (k === end - 1) result.endsQuoted[i] = 1;
    }
  }
  return result;
}

/** A quotation mark or an apostrophe. */
interface Mark {
  readonly sentence: number;
  readonly at: number;
}

/** All marks in order. Most sentences have none. */
function marksOf(texts: readonly string[]): readonly Mark[] {
  const marks: Mark[] = [];
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i]!;
    quotationMark.lastIndex = 0;
    while (quotationMark.test(text)) marks.push({ sentence: i, at: quotationMark.lastIndex - 1 });
  }
  return marks;
}

/** The role of the mark at a position of a text. */
type Roles = (text: string, at: number) => number;

/** Learns from a whole text how it uses its marks: “German“, »inverted«, ”Finnish”, 'British'. */
function rolesOf(texts: readonly string[], marks: readonly Mark[]): Roles {
  const plain = new Map<string, { opens: number; closes: number }>();
  let doubles = 0;
  let singlesOpen = 0;
  let singlesClose = 0;
  for (const { sentence, at } of marks) {
    const text = texts[sentence]!;
    const sign = text[at]!;
    if (usualRoles.has(sign)) {
      doubles++;
      const role = byNeighbours(text, at);
      if (role === Role.either || role === Role.none || at === 0) continue;
      const seen = plain.get(sign) ?? { opens: 0, closes: 0 };
      if (role === Role.opens) seen.opens++;
      else seen.closes++;
      plain.set(sign, seen);
    } else {
      const role = ofSingle(text, at);
      if (role === Role.opens || role === Role.either)
        singlesOpen += role === Role.either ? 0.5 : 1;
      if (role === Role.closes || role === Role.either)
        singlesClose += role === Role.either ? 0.5 : 1;
    }
  }
  const single =
    Math.min(singlesOpen, singlesClose) >= leastSingles && singlesOpen + singlesClose > doubles;
  const usual = new Map(usualRoles);
  for (const [sign, { opens, closes }] of plain) {
    if (usualRoles.get(sign) === Role.either) continue;
    if (opens > 3 * closes) usual.set(sign, Role.opens);
    else if (closes > 3 * opens) usual.set(sign, Role.closes);
    else if (opens + closes > 3) usual.set(sign, Role.either);
  }
  return (text, at) => {
    const sign = text[at]!;
    // The other kind of marks is then used for a quotation inside a quotation.
    if (single) return singleMarks.includes(sign) ? ofSingle(text, at) : Role.none;
    const custom = usual.get(sign);
    if (custom === undefined) return Role.none;
    const role = byNeighbours(text, at);
    return role === Role.either ? custom : role;
  };
}

/** Role of a double mark, given the neighbouring characters; `Role.either` if these do not decide. */
function byNeighbours(text: string, at: number): number {
  const before = at === 0 ? ' ' : text[at - 1]!;
  const after = text[at + 1] ?? ' ';
  // A sentence hardly ever begins with the end of a quotation.
  if (at === 0) return Role.opens;
  // Hebrew abbreviations, inches.
  if (text[at] === '"' && letterOrDigit.test(before) && letterOrDigit.test(after)) return Role.none;
  const canOpen = beforeOpening.test(before) && !whiteSpace.test(after);
  const canClose = !whiteSpace.test(before) && afterClosing.test(after);
  if (canOpen === canClose) return Role.either;
  return canOpen ? Role.opens : Role.closes;
}

/** Role of a single mark; most are apostrophes. */
function ofSingle(text: string, at: number): number {
  const sign = text[at]!;
  if (sign === '‘' || sign === '‚') return Role.opens;
  const before = at === 0 ? ' ' : text[at - 1]!;
  const after = text[at + 1] ?? ' ';
  if (beforeSingleClosing.test(before) && afterClosing.test(after)) return Role.closes;
  if (letterOrDigit.test(before) && afterClosing.test(after)) return Role.lapses;
  if (sign === '’') return Role.none;
  if (whiteSpace.test(before) && whiteSpace.test(after)) return at === 0 ? Role.opens : Role.either;
  if (beforeOpening.test(before) && !whiteSpace.test(after)) {
    return clippedWord.test(text.slice(at + 1, at + 8)) ? Role.none : Role.opens;
  }
  return Role.none;
}
