import type { Check } from '../domain.js';
import { oncePerPassage, toSide } from './passage.js';
import type { Mention, Passage } from './passage.js';

/** Marks that open or close speech or set a word apart; a dash at a line's start opens speech too. */
const markPattern = /["“”„‟«»「」『』＂〝〞]|(?<![\p{L}\p{N}])[‘‚‹›]|(?:^|\n)\s*[—–―-]\s/gu;
const looseMarks = /['’‘‚‹›]/u;

/** The quotation marks of a passage. */
export interface Quotations {
  readonly marks: readonly Mention[];
  readonly loose: boolean;
}

/** Where the quotation marks of a passage stand; `loose` counts single ones and apostrophes. */
export const findQuotations = oncePerPassage((passage: Passage): Quotations => {
  const marks = [...passage.text.matchAll(markPattern)].map((match): Mention => {
    const value = match[0].trim();
    const start = match.index + match[0].indexOf(value);
    return { value, start, end: start + value.length };
  });
  return { marks, loose: looseMarks.test(passage.text) };
});

/**
 * Quotation marks on one side only. Languages and publishers differ in when they set them, so rows
 * are compared only where the two streams have proved to agree (`isReliable`, see `profile.ts`).
 */
export function checkQuotations(a: Passage, b: Passage, isReliable: boolean): Check[] {
  if (!isReliable) return [];
  const quotedA = findQuotations(a);
  const quotedB = findQuotations(b);
  const onlyA = quotedA.marks.length >= 2 && quotedB.marks.length === 0 && !quotedB.loose;
  const onlyB = quotedB.marks.length >= 2 && quotedA.marks.length === 0 && !quotedA.loose;
  if (!onlyA && !onlyB) return [];
  return [
    {
      code: 'quotation',
      a: toSide(a, onlyA ? quotedA.marks : []),
      b: toSide(b, onlyB ? quotedB.marks : []),
    },
  ];
}
