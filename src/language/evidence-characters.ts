/**
 * What the characters of a text are to the search for its language: a table of the basic plane, as classes of
 * characters in patterns are looked up in lists of ranges, character by character.
 */

/** A letter, a mark, or what may stand within a word or only in Spanish. */
const says = 1;
/** In addresses and markup. */
const inMarkup = 2;
const colon = 4;
/** Anything that is not surely the same in normal form, whatever stands beside it. */
const combines = 8;
const known = 16;

const traitsOfUnit = new Uint8Array(0x10000);
const blank = 0x20;

const marksThatSay = "'’-\u200c¿¡";

function traitsAt(unit: number): number {
  const own = traitsOfUnit[unit] ?? 0;
  return own === 0 ? (traitsOfUnit[unit] = traitsOfCharacter(unit)) : own;
}

function traitsOfCharacter(unit: number): number {
  const character = String.fromCharCode(unit);
  let traits = known;
  if (/[\p{L}\p{M}]/u.test(character) || marksThatSay.includes(character)) traits |= says;
  if (/[/=&<@]/.test(character)) traits |= inMarkup;
  if (/[:：]/.test(character)) traits |= colon;
  // Marks, the jamo of Hangul, and surrogates, whose character is not known here.
  const isJoined = /[\p{M}\p{Cs}\u1100-\u11ff]/u.test(character);
  if (isJoined || character.normalize('NFC') !== character) traits |= combines;
  return traits;
}

/** What a text contains that is rare. */
export interface Traits {
  /** Whether it may have an address or markup. */
  readonly hasMarkup: boolean;
  readonly hasColon: boolean;
  /** Whether its normal form NFC may be another text. */
  readonly mayCombine: boolean;
}

const allTraits = Array.from({ length: known }, (_, traits): Traits => ({
  hasMarkup: (traits & inMarkup) !== 0,
  hasColon: (traits & colon) !== 0,
  mayCombine: (traits & combines) !== 0,
}));
const noTraits: Traits = { hasMarkup: false, hasColon: false, mayCombine: false };

/** Looks at every character of a text. */
export function traitsOf(text: string): Traits {
  let all = 0;
  for (let at = 0; at < text.length; at++) all |= traitsAt(text.charCodeAt(at));
  return allTraits[all & (known - 1)] ?? noTraits;
}

/** Whether a text has none of the traits. */
export function isPlain({ hasMarkup, hasColon, mayCombine }: Traits): boolean {
  return !hasMarkup && !hasColon && !mayCombine;
}

/**
 * Puts a blank in the place of every run of characters that say nothing, with the blank before and all blanks
 * within and behind it, and in that of several blanks.
 */
export function clearNoise(text: string): string {
  let clear = '';
  /** Where the text begins that is not copied yet. */
  let from = 0;
  for (let at = 0; at < text.length;) {
    const start = at;
    while (text.charCodeAt(at) === blank) at++;
    const begins = at;
    let end = saysUntil(text, at);
    if (end > at) {
      // A word, behind one blank or none, stays as it is.
      if (begins - start > 1) {
        clear += `${text.slice(from, start)} `;
        from = begins;
      }
      at = end;
      continue;
    }
    while ((end = endOfNoise(text, at)) > at) at = end;
    if (at === begins && begins - start < 2) continue;
    // Several blanks are one, and the run behind them another.
    const blanks = at > begins && begins - start > 1 ? '  ' : ' ';
    clear += text.slice(from, start) + blanks;
    from = at;
  }
  return from === 0 ? text : clear + text.slice(from);
}

/** Where a run of characters that say something ends. */
function saysUntil(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if ((traitsAt(unit) & says) !== 0) at++;
    else if (isPairThatSays(text, at)) at += 2;
    else break;
  }
  return at;
}

/** The end of the character or blank at `at` if it says nothing, `at` otherwise. */
function endOfNoise(text: string, at: number): number {
  if (at >= text.length) return at;
  const unit = text.charCodeAt(at);
  if ((traitsAt(unit) & says) !== 0 || isPairThatSays(text, at)) return at;
  return at + 1;
}

/** Whether a letter or mark beyond the basic plane begins at `at`. */
function isPairThatSays(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit >= 0xdc00 || at + 1 >= text.length) return false;
  return /^[\p{L}\p{M}]/u.test(text.slice(at, at + 2));
}
