/** Features of a bead from its punctuation, capitals and quotation marks. */
import type { GroupWriter } from './bead-context.js';
import { Ending, isUnfinished } from '../evidence/punctuation.js';

/** How the sentences end and begin. */
export const writePunctuation: GroupWriter = (to, { evidence }, i, n, j, m) => {
  const { punctuationA, punctuationB } = evidence;
  const endA = punctuationA.ending[i + n - 1]!;
  const endB = punctuationB.ending[j + m - 1]!;
  to.flag(endA === endB);
  to.flag((endA === Ending.question) !== (endB === Ending.question));
  to.flag((endA === Ending.exclamation) !== (endB === Ending.exclamation));
  to.flag(isUnfinished(endA) !== isUnfinished(endB));
  to.flag(isUnfinished(endA) && isUnfinished(endB));
  let unfinished = 0;
  let small = 0;
  for (let r = i; r < i + n - 1; r++) {
    if (isUnfinished(punctuationA.ending[r]!)) unfinished++;
    small += punctuationA.startsLow[r + 1]!;
  }
  for (let c = j; c < j + m - 1; c++) {
    if (isUnfinished(punctuationB.ending[c]!)) unfinished++;
    small += punctuationB.startsLow[c + 1]!;
  }
  to.put(Math.min(2, unfinished));
  to.put(Math.min(2, small));
  to.pair(punctuationA.startsLow[i], punctuationB.startsLow[j]);
  to.pair(punctuationA.startsLow[i + n], punctuationB.startsLow[j + m]);
};

/** Where quotations begin and end. */
export const writeQuotation: GroupWriter = (to, { evidence }, i, n, j, m) => {
  const { punctuationA, punctuationB } = evidence;
  const insideA = punctuationA.inside[i]!;
  const insideB = punctuationB.inside[j]!;
  const afterA = punctuationA.inside[i + n] ?? 0;
  const afterB = punctuationB.inside[j + m] ?? 0;
  const evenA = insideA === afterA;
  const evenB = insideB === afterB;
  to.flag(evenA && evenB);
  to.flag(evenA !== evenB);
  to.pair(punctuationA.startsQuoted[i], punctuationB.startsQuoted[j]);
  let quotedA = 0;
  let quotedB = 0;
  let inner = 0;
  let begins = 0;
  let ends = 0;
  let begun = 0;
  for (let r = i; r < i + n; r++) {
    quotedA |= punctuationA.quoted[r]! | punctuationA.startsQuoted[r]!;
    if (r > i) inner += punctuationA.inside[r]!;
    if (r > i) begins += punctuationA.startsQuoted[r]!;
    if (r > i) ends += punctuationA.endsQuoted[r - 1]!;
    begun += punctuationA.begun[r]!;
  }
  for (let c = j; c < j + m; c++) {
    quotedB |= punctuationB.quoted[c]! | punctuationB.startsQuoted[c]!;
    if (c > j) inner += punctuationB.inside[c]!;
    if (c > j) begins += punctuationB.startsQuoted[c]!;
    if (c > j) ends += punctuationB.endsQuoted[c - 1]!;
    begun -= punctuationB.begun[c]!;
  }
  to.flag(quotedA !== quotedB);
  to.pair(insideA, insideB);
  to.pair(afterA, afterB);
  to.put(Math.min(3, inner));
  to.put(Math.min(3, begins));
  to.pair(punctuationA.endsQuoted[i + n - 1], punctuationB.endsQuoted[j + m - 1]);
  to.put(Math.min(3, ends));
  to.put(Math.min(3, Math.abs(begun)));
};
