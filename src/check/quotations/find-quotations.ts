import type { Mention, Quotations } from '../passage/mentions.js';

/** Marks that open or close speech or set a word apart; a dash at a line's start opens speech too. */
const markPattern = /["“”„‟«»「」＂〝〞]|(?<![\p{L}\p{N}])[‘‚‹›]|(?:^|\n)[^\S\n]*[—–―-]\s/gu;
/** Apostrophes, and marks that stand inside others or round titles. */
const looseMarks = /['’‘‚‹›『』]/u;

/** Where the quotation marks of a text stand. */
export function findQuotations(text: string): Quotations {
  const marks = [...text.matchAll(markPattern)].map((match): Mention => {
    const value = match[0].trim();
    const start = match.index + match[0].indexOf(value);
    return { value, start, end: start + value.length };
  });
  return { marks, loose: looseMarks.test(text) };
}
