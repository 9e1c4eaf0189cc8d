import type { Mention, Quotations } from '../passage/mentions.js';
import { Sign, signsOf } from '../passage/signs.js';
import { allMatches } from '../../text/patterns/all-matches.js';

/**
 * Marks that open or close speech or set a word apart; a dash at the start of a line also opens
 * speech.
 */
const markPattern = /["“”„‟«»「」＂〝〞]|(?<![\p{L}\p{N}])[‘‚‹›]|(?:^|\n)[^\S\n]*[—–―-]\s/gu;
/** Speech that a hyphen opens, in a text of one line. */
const opensWithHyphen = /^[^\S\n]*-/u;
const nothing: Quotations = { marks: [], loose: false };
const onlyLoose: Quotations = { marks: [], loose: true };

/** The places of a text's quotation marks. */
export function findQuotations(text: string, signs = signsOf(text)): Quotations {
  // None of them is beyond the basic plane.
  const loose = (signs & Sign.loose) !== 0;
  if (!mayHaveMarks(text, signs)) return loose ? onlyLoose : nothing;
  const marks = allMatches(text, markPattern).map((match): Mention => {
    const value = match[0].trim();
    const start = match.index + match[0].indexOf(value);
    return { value, start, end: start + value.length };
  });
  return { marks, loose };
}

function mayHaveMarks(text: string, signs: number): boolean {
  if ((signs & Sign.quotation) !== 0) return true;
  if ((signs & Sign.hyphen) === 0) return false;
  return (signs & Sign.lineBreak) !== 0 || opensWithHyphen.test(text);
}
