/** The phrases of two texts that are each other's translations, by the links of their words. */
import type { WordLink } from '../align/words/link-words.js';
import type { PlacedWord } from '../text/placed-words.js';
import type { WordWeights } from './word-weights.js';

/** A text and its words. */
export interface WordedText {
  readonly text: string;
  readonly words: readonly PlacedWord[];
}

/** One pair of the alignment. */
export interface TextPair {
  /** The row's number. */
  readonly id: number;
  readonly a: WordedText;
  readonly b: WordedText;
}

/** Some neighbouring words of a text: indices, half-open. */
export interface WordSpan {
  readonly from: number;
  readonly end: number;
}

/** Phrases of both sides that are linked with each other and with nothing else. */
export interface PhrasePair {
  readonly a: WordSpan;
  readonly b: WordSpan;
}

/** The most words of a term. */
export const longestTerm = 5;
/** Words are in one phrase if nothing but this is between them. */
const joint = /^(?:[ \u00a0\u202f\t\n]{0,2}|[-‐‑\u2011·・]|['’])$/u;

/** The words of a phrase as one key. */
export function phraseKey({ words }: WordedText, { from, end }: WordSpan): string {
  let key = words[from]?.key ?? '';
  for (let at = from + 1; at < end; at++) key += ` ${words[at]?.key ?? ''}`;
  return key;
}

/** A phrase as the text writes it. */
export function phraseText({ text, words }: WordedText, { from, end }: WordSpan): string {
  return text.slice(words[from]?.start ?? 0, words[end - 1]?.end ?? 0).replace(/\s+/gu, ' ');
}

/** What looks like a word and is not: the s of "%s", with whatever is written against it; the n of "\\n". */
function isMarkup(text: string, { start }: PlacedWord): boolean {
  return text[start - 1] === '%' || text[start - 1] === '\\';
}

/** For each word, how many words a phrase that begins with it may have: 0 for grammar. */
export function phraseReach({ text, words }: WordedText, weights: WordWeights): Uint8Array {
  const reach = new Uint8Array(words.length);
  for (let from = 0; from < words.length; from++) {
    if (weights.weight(words[from]!.key) === 0 || isMarkup(text, words[from]!)) continue;
    let end = from + 1;
    while (
      end < words.length &&
      end - from < longestTerm &&
      !isMarkup(text, words[end]!) &&
      joint.test(text.slice(words[end - 1]!.end, words[end]!.start))
    )
      end++;
    reach[from] = end - from;
  }
  return reach;
}

/**
 * Every phrase of `a` whose words are linked with words of one phrase of `b`, and the other way about (Koehn, Och and Marcu
 * 2003). No phrase begins or ends with grammar or with a word that has no link. O(words x longestTerm).
 */
export function linkedPhrases(
  a: WordedText,
  b: WordedText,
  links: readonly WordLink[],
  weights: { readonly a: WordWeights; readonly b: WordWeights },
): PhrasePair[] {
  const [ofA, ofB] = [extents(a.words.length, links, 'a'), extents(b.words.length, links, 'b')];
  const [reachA, reachB] = [phraseReach(a, weights.a), phraseReach(b, weights.b)];
  const found: PhrasePair[] = [];
  for (let from = 0; from < a.words.length; from++) {
    if (ofA.low[from]! < 0) continue;
    let low = Infinity;
    let high = -1;
    for (let end = from + 1; end <= from + reachA[from]!; end++) {
      const last = end - 1;
      if (ofA.low[last]! < 0) continue;
      low = Math.min(low, ofA.low[last]!);
      high = Math.max(high, ofA.high[last]!);
      if (weights.a.weight(a.words[last]!.key) === 0) continue;
      if (high - low + 1 > reachB[low]! || weights.b.weight(b.words[high]!.key) === 0) continue;
      if (isWithin(ofB, low, high, from, last)) {
        found.push({
          a: withAffixes(a, ofA, { from, end }),
          b: withAffixes(b, ofB, { from: low, end: high + 1 }),
        });
      }
    }
  }
  return found;
}

/** In scripts without spaces, a single character beside a phrase that has no link of its own belongs to it: 服务 + 器. */
function withAffixes({ text, words }: WordedText, { low }: Extents, span: WordSpan): WordSpan {
  const isAffix = (at: number): boolean => {
    const word = words[at];
    return word !== undefined && low[at]! < 0 && affix.test(word.key) && !particles.test(word.key);
  };
  let { from, end } = span;
  if (!/\p{Script=Han}/u.test(text.slice(words[from]?.start ?? 0, words[end - 1]?.end ?? 0)))
    return span;
  if (isAffix(end) && words[end]?.start === words[end - 1]?.end) end++;
  if (isAffix(from - 1) && words[from - 1]?.end === words[from]?.start) from--;
  return { from, end };
}

const affix = /^\p{Script=Han}$/u;
/** Grammar that is written like an affix. */
const particles =
  /[的了在是和与或把被将从到对为向其该此这那每各个们地得着过中上下内里时后前及以等不若如请已未可能会要用由于给让使]/u;

/** The first and last word that each word is linked with; -1 if none. */
interface Extents {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

function extents(length: number, links: readonly WordLink[], side: 'a' | 'b'): Extents {
  const low = new Int32Array(length).fill(-1);
  const high = new Int32Array(length).fill(-1);
  for (const link of links) {
    const [own, other] = side === 'a' ? [link.a, link.b] : [link.b, link.a];
    if (low[own]! < 0 || other < low[own]!) low[own] = other;
    if (other > high[own]!) high[own] = other;
  }
  return { low, high };
}

function isWithin(
  { low, high }: Extents,
  from: number,
  to: number,
  first: number,
  last: number,
): boolean {
  for (let at = from; at <= to; at++)
    if (low[at]! >= 0 && (low[at]! < first || high[at]! > last)) return false;
  return true;
}
