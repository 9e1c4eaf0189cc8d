import type { Span } from '../domain.js';
import { findCandidates } from './candidates.js';
import { continuesCharacter, markRun } from './characters.js';
import { endsSentence } from './decide.js';
import { splitAtSpaces } from './spaces.js';
import { vocabularyFor } from './vocabulary.js';

/**
 * Splits a paragraph into sentences, as `segmentText` does; `language` is BCP-47. May throw AppError `bad-rules`,
 * for a rule that somebody gave that takes too much work.
 */
export type Splitter = (text: string, language: string) => readonly Span[];

/**
 * Splits one paragraph into sentences: spans trimmed of white space, in order, which together cover
 * all of the text except white space. Line breaks count as spaces. Linear in the length of the
 * text.
 *
 * Boundaries are those of Unicode Standard Annex 29 (through Intl.Segmenter), plus those after
 * every other mark that may end a sentence; the rules of `decide.ts` keep or drop each.
 *
 * @param language BCP-47; languages without rules use common ones
 * @param staysOpen a place behind a full stop where no sentence ends, whatever the rules say
 */
export function segmentText(
  text: string,
  language: string,
  staysOpen?: (text: string, at: number) => boolean,
): Span[] {
  const vocabulary = vocabularyFor(language, marksFor);
  const plain = inOneLine(text);
  const spans: Span[] = [];
  let start = 0;
  while (start < plain.length && /\s/.test(plain.charAt(start))) start++;
  let letter = firstLetter(plain, start);
  for (const candidate of findCandidates(plain, vocabulary)) {
    // Only marks so far: "..." or "?" that begin a sentence.
    if (candidate.end <= start || letter >= candidate.marksStart) continue;
    if (continuesCharacter(plain, candidate.next)) continue;
    if (!endsSentence(plain, start, candidate, vocabulary)) continue;
    if (staysOpen?.(plain, candidate.marksEnd) === true) continue;
    spans.push({ start, end: candidate.end });
    start = candidate.next;
    letter = firstLetter(plain, start);
  }
  const end = plain.trimEnd().length;
  if (end > start) spans.push({ start, end });
  const { spaces } = vocabulary.rules;
  return spaces ? splitAtSpaces(plain, spans, spaces) : spans;
}

/** The text with its line breaks and tabs as blanks, character for character. */
export function inOneLine(text: string): string {
  return text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ');
}

const letterOrDigit = /[\p{L}\p{N}]/gu;

/** The position of the first letter or digit at or after `from`. */
function firstLetter(text: string, from: number): number {
  letterOrDigit.lastIndex = from;
  return letterOrDigit.exec(text)?.index ?? text.length;
}

function marksFor(extra: string): RegExp {
  return new RegExp(extra === '' ? markRun : `${markRun}|[${extra}]+`, 'g');
}
