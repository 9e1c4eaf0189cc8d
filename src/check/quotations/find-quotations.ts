import type { Mention, Quotations } from '../passage/mentions.js';
import { allMatches } from '../../text/patterns/all-matches.js';

/**
 * Marks that open or close speech or set a word apart; a dash at the start of a line also opens
 * speech.
 */
const markPattern = /["“”„‟«»「」＂〝〞]|(?<![\p{L}\p{N}])[‘‚‹›]|(?:^|\n)[^\S\n]*[—–―-]\s/gu;
/** Apostrophes, and marks that are nested in others or enclose titles. */
const looseMarks = /['’‘‚‹›『』]/u;

/** The places of a text's quotation marks. */
export function findQuotations(text: string): Quotations {
  const marks = allMatches(text, markPattern).map((match): Mention => {
    const value = match[0].trim();
    const start = match.index + match[0].indexOf(value);
    return { value, start, end: start + value.length };
  });
  return { marks, loose: looseMarks.test(text) };
}
