import { ideographic } from '../text/scripts.js';
import type { Candidate } from './candidates.js';
import { beginningAt, endsWithoutSpace, type Beginning } from './characters.js';
import { isCaselessInitial } from './initials.js';
import { tokenBefore, type TokenBefore } from './token-before.js';
import type { Vocabulary } from './vocabulary.js';

/** The context of a decision. */
interface Place extends Candidate {
  readonly text: string;
  /** Where the current sentence begins. */
  readonly start: number;
  readonly marks: string;
  readonly gap: boolean;
  readonly kind: Beginning;
  /** First letter or digit of the following text. */
  readonly at: number;
  readonly vocabulary: Vocabulary;
}

/** Ends in a letter of a script without case, ignoring spaces. */
const caseless = /[\p{Lo}\p{M}][\s"”)]*$/u;
/** Unicode lists these among the marks that end sentences; here they are commas and colons. */
const commas = /[၊፣፤፥፦៖՝"'*%&@#/\\,;:‰†‡•·§¶]$/;
const quotationMarks = /["'”’“»«›‹」』＂]/;

/** Whether the sentence that begins at `start` ends at the candidate. */
export function endsSentence(
  text: string,
  start: number,
  candidate: Candidate,
  vocabulary: Vocabulary,
): boolean {
  const beginning = beginningAt(text, candidate.next);
  const at = beginning.at;
  // A Latin word may well begin a sentence in a script without capitals.
  const kind =
    beginning.kind === 'lower' &&
    caseless.test(text.slice(Math.max(0, candidate.marksStart - 4), candidate.marksStart))
      ? 'caseless'
      : beginning.kind;
  const place: Place = {
    marksStart: candidate.marksStart,
    marksEnd: candidate.marksEnd,
    closing: candidate.closing,
    noted: candidate.noted,
    end: candidate.end,
    next: candidate.next,
    text,
    start,
    marks: text.slice(candidate.marksStart, candidate.marksEnd),
    gap: candidate.next > candidate.end,
    kind,
    at,
    vocabulary,
  };
  if (/^[,;:،؛、，…)\]」』]/.test(text.charAt(candidate.next))) return false;
  if (place.marks === '') {
    const last = text.charAt(candidate.end - 1);
    return kind !== 'lower' && /\p{Po}/u.test(last) && !commas.test(last);
  }
  if (/^[([]$/.test(text.charAt(candidate.marksStart - 1)) && /^[)\]]/.test(place.closing)) {
    return false;
  }
  if (/[^.…‥ \u00a0]/.test(place.marks)) return endsAtStrong(place);
  if (/[…‥]|\.\s?\.\s?\./.test(place.marks)) {
    return endsAtEllipsis(place);
  }
  return endsAtFullStop(place);
}

/** `!`, `?` and the full stops of other scripts. */
function endsAtStrong(place: Place): boolean {
  const { text, marks, closing, gap, kind, next, at, vocabulary } = place;
  const quoted = quotationMarks.test(closing);
  if (kind === 'lower' || kind === 'none') return kind === 'none' && gap && !quoted;
  if (marks === ':' || marks === ';') return gap && (kind === 'upper' || kind === 'digit');
  const attribution = vocabulary.rules.attribution;
  if (attribution && (quoted || /^[！？!?]+$/.test(marks)) && kind !== 'upper') {
    const after = text.slice(next, next + 40);
    if (quoted ? attribution.test(after) : /^(?:と[言聞思叫尋答考、]|って[言聞])/.test(after)) {
      return false;
    }
  }
  if (quoted && gap && /^[—–-]/.test(text.charAt(next))) return false;
  if (!gap) return endsWithoutSpace.test(marks) || isGlued(place);
  if (quoted && kind === 'upper' && reportingVerb.test(text.slice(at, at + 60))) return false;
  if (
    marks === '!' &&
    closing === '' &&
    exclaiming.test(text.slice(Math.max(0, place.marksStart - 10), place.marksStart))
  ) {
    return startsSentence(place);
  }
  return true;
}

/** `"Stop!" Tom cried.` */
const reportingVerb =
  /^(?:I|(?:(?:Mrs?|Ms|Dr)\. )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?) (?:said|asked|cried|shouted|replied|answered|whispered|exclaimed|demanded|called|yelled|screamed|muttered|wondered|inquired|told|added|says|asks)\b/u;
const exclaiming = /\b(?:Yahoo|Jeopardy|Wham|Mamma Mia|Oliver|Oklahoma)$/;

function endsAtEllipsis(place: Place): boolean {
  const { text, closing, gap, kind, vocabulary, marksStart } = place;
  if (kind === 'upper') return gap || isGlued(place);
  if (kind === 'caseless' || kind === 'digit') {
    if (gap && kind === 'caseless' && quotationMarks.test(closing)) return !attributed(place);
    const final = vocabulary.rules.finalEndings;
    return (
      gap && final !== undefined && final.test(text.slice(Math.max(0, marksStart - 6), marksStart))
    );
  }
  return false;
}

function attributed({ vocabulary, text, next }: Place): boolean {
  return vocabulary.rules.attribution?.test(text.slice(next, next + 40)) ?? false;
}

/** The full stop, which also marks abbreviations, initials, ordinals, decimals and addresses. */
function endsAtFullStop(place: Place): boolean {
  const { text, start, marksStart, gap, kind, vocabulary } = place;
  const { rules } = vocabulary;
  if (!gap) return isGlued(place);
  if (kind === 'none') return false;
  const before = tokenBefore(text, start, marksStart);
  const { token, keys } = before;
  if (token === '') return kind !== 'lower';
  if (isListLabel(text.slice(start, marksStart))) return false;
  if (measuringUnit.test(text.slice(Math.max(start, marksStart - 8), marksStart))) {
    return kind === 'upper' || kind === 'caseless';
  }
  // "three peaks: 1. The ..."
  if (/[:;]\s\d{1,2}$/.test(text.slice(Math.max(start, marksStart - 4), marksStart))) return false;
  if (isCaselessInitial(place, before)) return false;
  // "z. B.", "J. R.": the next letter is also abbreviated.
  if (token.length === 1 && /^\p{L}\./u.test(text.slice(place.next, place.next + 2))) return false;
  const abbreviation = lookUp(keys, place);
  if (abbreviation !== null) return abbreviation;
  if (quotationMarks.test(place.closing) && kind !== 'lower') {
    return kind === 'upper' || !attributed(place);
  }
  if (/^\p{N}+$/u.test(token)) return endsAtNumber(place, before);
  if (isInitial(token, kind, vocabulary)) return startsAfterInitial(place, before);
  if (romanNumeral.test(token) && token.length > 1 && rules.ordinals !== undefined)
    return startsSentence(place);
  if (kind === 'lower') return endsBeforeLower(place, before);
  return true;
}

const romanNumeral = /^C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
/** After a number these are units, whatever else they abbreviate. */
const measuringUnit = /\d[ \u00a0\u202f]?(?:[mck]?m|[mk]?g|[cm]?l|t|h|s|min|см|мм|км|кг|м)$/;

/** "6 p.m. Monday", "6 p.m. EST". */
const hourGoesOn = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,4})\b/;

/** The decision by the word lists; null if the word is in none. */
function lookUp(keys: readonly string[], place: Place): boolean | null {
  const { always, number, seldom, often, numberEndings } = place.vocabulary;
  const { kind } = place;
  for (const key of keys) {
    if (often.has(key)) {
      if (/^[ap]\.m$/.test(key) && hourGoesOn.test(place.text.slice(place.at, place.at + 12)))
        return false;
      return kind === 'upper' || kind === 'caseless';
    }
    if (seldom.has(key)) return kind === 'upper' && startsSentence(place);
    if (always.has(key) || key === 'vs') return false;
    // The apparent note mark is the number: "Abs.(2)".
    if (
      number.has(key) &&
      (kind === 'digit' || (place.noted && place.closing === '') || followsRoman(place))
    )
      return false;
    if (kind === 'digit' && numberEndings.some((ending) => key.endsWith(ending))) return false;
  }
  return null;
}

const followsRoman = ({ text, at }: Place): boolean => /^[IVXLC]+\b/.test(text.slice(at, at + 8));

/** Whether the next word often begins sentences. */
function startsSentence({ text, at, vocabulary, next, kind }: Place): boolean {
  if (kind === 'lower' || kind === 'digit') return false;
  if (/^["“„«»‘]/.test(text.charAt(next)) && kind === 'upper') return true;
  if (/^[—–-]\s/.test(text.slice(next, next + 2))) return true;
  const word = /^\p{L}[\p{L}\p{M}]*/u.exec(text.slice(at, at + 24))?.[0] ?? '';
  if (word.length === 1 && text.charAt(at + 1) === '.') return false;
  return vocabulary.starters.has(word.toLowerCase());
}

/** Names may also be shortened to two letters that stand for one sound. */
const digraph = /^(?:Ch|Th|Ph|Sh|Zh|Yu|Ya|Dž|Lj|Nj|Дж|Вл|Ст|Ол|Ал)$/;

/** "J.", "J.-P.", "U.S.", and a single letter in scripts without case. */
function isInitial(token: string, kind: Beginning, vocabulary: Vocabulary): boolean {
  if (
    /^(?:\p{Lu}\p{M}*\.?-?)*\p{Lu}\p{M}*$/u.test(token) &&
    (token.length === 1 || /[.-]/.test(token))
  ) {
    return true;
  }
  if (digraph.test(token)) return true;
  // One syllable may be a whole word: "છે", "है".
  if (vocabulary.words.has(token.toLowerCase())) return false;
  if (/^(?:\p{L}\p{M}*\.)*\p{L}\p{M}*$/u.test(token) && (/\./.test(token) || kind !== 'lower')) {
    return /^\p{L}\p{M}*$/u.test(token) || token.includes('.');
  }
  return false;
}

/** Particles of names are also common words, but do not indicate a new sentence after "J." */
const particles = new Set(
  'de da di la le van von der den des du del al el ter ten dos das do los les af av zu della'.split(
    ' ',
  ),
);

function startsAfterInitial(place: Place, before: TokenBefore): boolean {
  if (place.kind !== 'upper') return false;
  // "than I. The", but not "W. In": in names there is a capital before the initial.
  const word = /^\p{L}+/u.exec(place.text.slice(place.at, place.at + 8))?.[0] ?? '';
  return startsSentence(place) && before.token.length < 4 && !particles.has(word.toLowerCase());
}

function endsAtNumber(place: Place, { token, start: tokenStart }: TokenBefore): boolean {
  const { text, start, marksStart, kind, vocabulary } = place;
  const { ordinals } = vocabulary.rules;
  if (ordinals === undefined) return kind !== 'lower';
  if (kind === 'lower') return false;
  // "28. 6. 1914"
  if (kind === 'digit') return token.length > 4 || !/^.\s?\d/.test(text.slice(marksStart));
  const sentence = text.slice(start, marksStart);
  // A date alone is not a sentence: "Dana 25. lipnja 1991. Hrvatska ..."
  if (/^(?:\p{L}+ )?\d{1,2}\. \p{Ll}+ \d{4}$/u.test(sentence)) return false;
  if (ordinals === 'any' && token.length <= 3) return startsSentence(place);
  return tokenStart >= start;
}

/** A long ordinary word before a lower-case sentence, as in carelessly written texts. */
function endsBeforeLower({ text, at, vocabulary }: Place, { token }: TokenBefore): boolean {
  if (!/^\p{L}[\p{Ll}\p{M}]{4,}$/u.test(token)) return false;
  const word = /^\p{Ll}[\p{L}\p{M}]*/u.exec(text.slice(at, at + 24))?.[0] ?? '';
  return vocabulary.starters.has(word) || word.length >= 4;
}

/** "1. First", "a) ...": labels belong to the following text. */
function isListLabel(sentence: string): boolean {
  return /^[\s"'“”«»(\[*•–—-]{0,3}(?:\d{1,3}(?:\.\d{1,3}){0,3}|\p{L}|[IVX]{1,5})$/u.test(sentence);
}

/** No space after the mark: "government.In a surprising turn", "crisis.meanwhile, Iran". */
function isGlued(place: Place): boolean {
  const { text, marksStart, marksEnd, end, next, closing, kind, at, vocabulary } = place;
  if (kind === 'caseless') return isGluedCaseless(place);
  if (kind !== 'upper' && kind !== 'lower') return false;
  const before = text.slice(Math.max(0, marksStart - 40), marksStart);
  const word = /(?:^|[\s"“”‘’«»(—–])(\p{L}[\p{L}\p{M}'’-]*)$/u.exec(before)?.[1];
  const quotedBefore = /[)\]”"»]$/.test(before);
  if (word === undefined && !quotedBefore) return false;
  if (word !== undefined && !/\p{Ll}[\p{Ll}\p{M}]$/u.test(word)) return false;
  const after = text.slice(at, at + 40);
  if (kind === 'upper') {
    if (next !== end) return false;
    if (at !== next && closing === '' && !/["“„«‘(¿¡—–]/.test(text.charAt(next))) return false;
    // "Node.Js" and "System.Text" are names; "government.In a" continues with words.
    const head = /^(\p{Lu}[\p{L}\p{M}'’-]*)(?=[\s,“”"«»]|$)/u.exec(after)?.[1];
    if (head === undefined) return false;
    if (head.length > 1 && !/\p{Ll}/u.test(head)) return word === undefined || word.length > 3;
    return (
      after.charAt(head.length) === ',' ||
      word === undefined ||
      /^\p{Ll}/u.test(word) ||
      vocabulary.starters.has(head.toLowerCase())
    );
  }
  if (closing !== '' || marksEnd - marksStart > 1 || at !== next) return false;
  const head = /^(\p{Ll}{2,})(?=[\s,])/u.exec(after)?.[1];
  if (head === undefined || word === undefined || word.length < 4) return false;
  return (
    vocabulary.starters.has(head) || (text.charAt(at + head.length) === ',' && head.length > 5)
  );
}

const endsInIdeograph = new RegExp(`[${ideographic}]$`, 'u');

/** In scripts without case, a mark between two words of the script ends a sentence. */
function isGluedCaseless({ text, marksStart, next, marks }: Place): boolean {
  const before = text.slice(Math.max(0, marksStart - 3), marksStart);
  if (endsInIdeograph.test(before)) return true;
  if (!/[\p{Lo}\p{M}]{2,}$/u.test(before)) return false;
  if (marks !== '.') return true;
  // Initials and abbreviations come in chains: only a lone full stop ends a sentence.
  const word = /\S*$/u.exec(text.slice(Math.max(0, marksStart - 30), marksStart))?.[0] ?? '';
  return !word.includes('.') && /^[\p{Lo}\p{M}]{3,}(?=[\s,،]|$)/u.test(text.slice(next, next + 40));
}
