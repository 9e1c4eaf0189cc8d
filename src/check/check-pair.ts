import type { Check } from '../domain.js';
import { checkDates } from './dates/check-dates.js';
import { checkLength, lengthDeviation } from './length/check-length.js';
import { checkNames } from './names/check-names.js';
import { checkNegation } from './negation/check-negation.js';
import { checkNumbers } from './numbers/check-numbers.js';
import { checkUnits } from './numbers/check-units.js';
import type { Passage } from './passage/passage.js';
import type { PairProfile } from './profile.js';
import { checkQuotations } from './quotations/check-quotations.js';
import { checkUntranslated } from './untranslated/check-untranslated.js';

/** A side may be this much shorter than usual (in spreads) and still be the whole passage ... */
const wholeWithin = 1.2;
/** ... but by no more characters than a clause has. */
const clauseLength = 12;

/** Checks two passages that should say the same. */
export function checkPair(a: Passage, b: Passage, profile: PairProfile): Check[] {
  if (a.text === b.text) return [];
  const [lengthA, lengthB] = [a.length, b.length];
  const deviation = lengthDeviation(lengthA, lengthB, profile.length);
  const isWhole = Math.abs(deviation) <= wholeWithin;
  const missing = lengthA * Math.exp(profile.length.center) - lengthB;
  const dates = checkDates(a, b);
  const untranslated = checkUntranslated(a, b);
  return [
    ...dates.checks,
    ...checkNumbers(a, b, {
      wholeA: deviation <= wholeWithin && -missing <= clauseLength,
      wholeB: deviation >= -wholeWithin && missing <= clauseLength,
      isReliable: profile.numbersAgree,
      consumed: dates.consumed,
    }),
    ...checkUnits(a, b),
    ...checkNames(a, b, profile.partners),
    // Untranslated text does not contain the other language's negation words.
    ...(untranslated.length > 0 ? [] : checkNegation(a, b, isWhole)),
    ...checkQuotations(a, b, profile.quotationsAgree),
    ...checkLength(a, lengthA, b, lengthB, profile.length),
    ...untranslated,
  ];
}
