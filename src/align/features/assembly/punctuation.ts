/** Features of a bead from its punctuation, capitals and quotation marks. */
import { byte, Evidence } from './memory';
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
  const endA = byte(a.ending, i + n - 1);
  const endB = byte(b.ending, j + m - 1);
  flag(endA == endB);
  flag((endA == question) != (endB == question));
  flag((endA == exclamation) != (endB == exclamation));
  flag(isUnfinished(endA) != isUnfinished(endB));
  flag(isUnfinished(endA) && isUnfinished(endB));
  let unfinished = 0;
  let small = 0;
  for (let r = i; r < i + n - 1; r++) {
    if (isUnfinished(byte(a.ending, r))) unfinished++;
    small += byte(a.startsLow, r + 1);
  }
  for (let c = j; c < j + m - 1; c++) {
    if (isUnfinished(byte(b.ending, c))) unfinished++;
    small += byte(b.startsLow, c + 1);
  }
  put(min(2, unfinished));
  put(min(2, small));
  pair(byte(a.startsLow, i), byte(b.startsLow, j));
  // Behind the last sentence stands a 0.
  pair(byte(a.startsLow, i + n), byte(b.startsLow, j + m));
}

/** Where quotations begin and end. */
export function writeQuotation(evidence: Evidence, i: i32, n: i32, j: i32, m: i32): void {
  const a = evidence.a;
  const b = evidence.b;
  const insideA = byte(a.inside, i);
  const insideB = byte(b.inside, j);
  const afterA = byte(a.inside, i + n);
  const afterB = byte(b.inside, j + m);
  const evenA = insideA == afterA;
  const evenB = insideB == afterB;
  flag(evenA && evenB);
  flag(evenA != evenB);
  pair(byte(a.startsQuoted, i), byte(b.startsQuoted, j));
  let quotedA = 0;
  let quotedB = 0;
  let inner = 0;
  let begins = 0;
  let ends = 0;
  let begun = 0;
  for (let r = i; r < i + n; r++) {
    quotedA |= byte(a.quoted, r) | byte(a.startsQuoted, r);
    begun += byte(a.begun, r);
    if (r == i) continue;
    inner += byte(a.inside, r);
    begins += byte(a.startsQuoted, r);
    ends += byte(a.endsQuoted, r - 1);
  }
  for (let c = j; c < j + m; c++) {
    quotedB |= byte(b.quoted, c) | byte(b.startsQuoted, c);
    begun -= byte(b.begun, c);
    if (c == j) continue;
    inner += byte(b.inside, c);
    begins += byte(b.startsQuoted, c);
    ends += byte(b.endsQuoted, c - 1);
  }
  flag(quotedA != quotedB);
  pair(insideA, insideB);
  pair(afterA, afterB);
  put(min(3, inner));
  put(min(3, begins));
  pair(byte(a.endsQuoted, i + n - 1), byte(b.endsQuoted, j + m - 1));
  put(min(3, ends));
  put(min(3, abs(begun)));
}
