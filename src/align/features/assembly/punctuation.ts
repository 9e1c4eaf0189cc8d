/** Features of a bead from its punctuation, capitals and quotation marks. */
import { byteAt } from '../../assembly/arrays';
import { Evidence } from './evidence';
import { flag, pair, put } from './writer';

/** Values of `Ending` (see evidence/punctuation.ts). */
const none = 0;
const question = 2;
const exclamation = 3;
const colon = 5;
const comma = 6;

/** Whether a sentence with this ending continues in the next one. */
export function isUnfinished(ending: i32): bool {
  return ending == none || ending == colon || ending == comma;
}

/** How the sentences end and begin. */
export function writePunctuation(evidence: Evidence, i: i32, n: i32, j: i32, m: i32): void {
  const a = evidence.a;
  const b = evidence.b;
  const endA = byteAt(a.ending, i + n - 1);
  const endB = byteAt(b.ending, j + m - 1);
  flag(endA == endB);
  flag((endA == question) != (endB == question));
  flag((endA == exclamation) != (endB == exclamation));
  flag(isUnfinished(endA) != isUnfinished(endB));
  flag(isUnfinished(endA) && isUnfinished(endB));
  let unfinished = 0;
  let small = 0;
  for (let r = i; r < i + n - 1; r++) {
    if (isUnfinished(byteAt(a.ending, r))) unfinished++;
    small += byteAt(a.startsLow, r + 1);
  }
  for (let c = j; c < j + m - 1; c++) {
    if (isUnfinished(byteAt(b.ending, c))) unfinished++;
    small += byteAt(b.startsLow, c + 1);
  }
  put(min(2, unfinished));
  put(min(2, small));
  pair(byteAt(a.startsLow, i), byteAt(b.startsLow, j));
  // Behind the last sentence stands a 0.
  pair(byteAt(a.startsLow, i + n), byteAt(b.startsLow, j + m));
}

/** Where quotations begin and end. */
export function writeQuotation(evidence: Evidence, i: i32, n: i32, j: i32, m: i32): void {
  const a = evidence.a;
  const b = evidence.b;
  const insideA = byteAt(a.inside, i);
  const insideB = byteAt(b.inside, j);
  const afterA = byteAt(a.inside, i + n);
  const afterB = byteAt(b.inside, j + m);
  const evenA = insideA == afterA;
  const evenB = insideB == afterB;
  flag(evenA && evenB);
  flag(evenA != evenB);
  pair(byteAt(a.startsQuoted, i), byteAt(b.startsQuoted, j));
  let quotedA = 0;
  let quotedB = 0;
  let inner = 0;
  let begins = 0;
  let ends = 0;
  let begun = 0;
  for (let r = i; r < i + n; r++) {
    quotedA |= byteAt(a.quoted, r) | byteAt(a.startsQuoted, r);
    begun += byteAt(a.begun, r);
    if (r == i) continue;
    inner += byteAt(a.inside, r);
    begins += byteAt(a.startsQuoted, r);
    ends += byteAt(a.endsQuoted, r - 1);
  }
  for (let c = j; c < j + m; c++) {
    quotedB |= byteAt(b.quoted, c) | byteAt(b.startsQuoted, c);
    begun -= byteAt(b.begun, c);
    if (c == j) continue;
    inner += byteAt(b.inside, c);
    begins += byteAt(b.startsQuoted, c);
    ends += byteAt(b.endsQuoted, c - 1);
  }
  flag(quotedA != quotedB);
  pair(insideA, insideB);
  pair(afterA, afterB);
  put(min(3, inner));
  put(min(3, begins));
  pair(byteAt(a.endsQuoted, i + n - 1), byteAt(b.endsQuoted, j + m - 1));
  put(min(3, ends));
  put(min(3, abs(begun)));
}
