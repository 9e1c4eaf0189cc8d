import type { Check } from '../../domain.js';
import { toSide } from '../passage/passage.js';
import type { Passage } from '../passage/passage.js';

/**
 * Quotation marks on one side only. Languages and publishers use them differently, so rows are
 * compared only if the two streams have been shown to agree (`isReliable`, see `profile.ts`).
 */
export function checkQuotations(a: Passage, b: Passage, isReliable: boolean): Check[] {
  if (!isReliable) return [];
  const [quotedA, quotedB] = [a.quotations, b.quotations];
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
