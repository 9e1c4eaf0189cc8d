import type { Check, Span } from '../../domain.js';
import { mayBeSpelled } from './find-numbers.js';
import { KnownNumbers } from './known-numbers.js';
import { CoveredPlaces } from '../passage/covered-places.js';
import type { NumberMention } from '../passage/mentions.js';
import { toSide } from '../passage/passage.js';
import type { Passage } from '../passage/passage.js';
import { mayHave, Sign } from '../passage/signs.js';

/** The places that other checks have already covered, in the passages' own offsets. */
export interface Consumed {
  readonly a: readonly Span[];
  readonly b: readonly Span[];
}

/** What the number check may conclude. */
export interface NumberScope {
  /** Whether each side is long enough to be the whole of the other, with nothing merely left out. */
  readonly wholeA: boolean;
  readonly wholeB: boolean;
  /** Whether the two texts nearly always keep each other's numbers. */
  readonly isReliable: boolean;
  readonly consumed: Consumed;
}

/**
 * Numbers of one side that the other lacks. Digits are missing if the other side has them neither
 * in digits nor in words; number words count only if each side has one that the other lacks. A
 * number that is merely missing on one side counts only if that side is whole and the texts keep
 * numbers at all.
 */
export function checkNumbers(a: Passage, b: Passage, scope: NumberScope): Check[] {
  // Without digits, only number words that stand on both sides can differ.
  if (!mayHave(a.signs | b.signs, Sign.digit) && !(a.isCounting && b.isCounting)) return [];
  const numbersA = outside(scope.consumed.a, a);
  const numbersB = outside(scope.consumed.b, b);
  const missingA = unmatched(numbersA, numbersB);
  const missingB = unmatched(numbersB, numbersA);
  const digitsA = missingA.filter(({ digits }) => digits);
  const digitsB = missingB.filter(({ digits }) => digits);
  if (digitsA.length > 0 && digitsB.length > 0) return [report(a, digitsA, b, digitsB)];
  if (digitsA.length > 0) {
    const certain = certainLosses(digitsA, b, scope.wholeB && scope.isReliable);
    return certain.length > 0 ? [report(a, certain, b, [])] : [];
  }
  if (digitsB.length > 0) {
    const certain = certainLosses(digitsB, a, scope.wholeA && scope.isReliable);
    return certain.length > 0 ? [report(a, [], b, certain)] : [];
  }
  const wordsA = missingA.filter(isPlainWord);
  const wordsB = missingB.filter(isPlainWord);
  // "58 past four" is "two minutes to five": numbers this far apart are counted differently.
  const isOne =
    wordsA.length === 1 &&
    wordsB.length === 1 &&
    areClose(wordsA[0]?.readings, wordsB[0]?.readings);
  return isOne && scope.wholeA && scope.wholeB ? [report(a, wordsA, b, wordsB)] : [];
}

function areClose(x: readonly number[] = [], y: readonly number[] = []): boolean {
  const [a, b] = [largest(x), largest(y)];
  return Math.max(a, b) <= 4 * Math.min(a, b);
}

/** Digits of one passage that are missing in another, which is the whole of it. */
function certainLosses(
  missing: readonly NumberMention[],
  other: Passage,
  isWhole: boolean,
): NumberMention[] {
  if (!isWhole) return [];
  return missing.filter((number) => !isEnumerator(number) && !mayBeSpelled(number, other.language));
}

/** "6." before a heading: the other text may number its headings differently. */
function isEnumerator({ start, value, readings }: NumberMention): boolean {
  return start <= 1 && value.length <= 2 && readings.some((reading) => reading < 100);
}

/**
 * Whether a side lacks digits of the other: the share of such rows shows whether the texts keep
 * numbers.
 */
export function losesNumber(a: Passage, b: Passage): boolean {
  if (!mayHave(a.signs | b.signs, Sign.digit)) return false;
  return (
    unmatched(a.numbers, b.numbers).some(({ digits }) => digits) ||
    unmatched(b.numbers, a.numbers).some(({ digits }) => digits)
  );
}

function report(
  a: Passage,
  missingA: readonly NumberMention[],
  b: Passage,
  missingB: readonly NumberMention[],
): Check {
  return { code: 'number', a: toSide(a, missingA), b: toSide(b, missingB) };
}

function unmatched(
  numbers: readonly NumberMention[],
  others: readonly NumberMention[],
): readonly NumberMention[] {
  if (numbers.length === 0 || others.length === 0) return numbers;
  if (haveSameOrder(numbers, others)) return none;
  const known = new KnownNumbers(others);
  return numbers.filter((number) => !known.has(number));
}

const none: readonly NumberMention[] = [];

/** Whether each number is the one at its place on the other side, as in most rows with numbers. */
function haveSameOrder(
  numbers: readonly NumberMention[],
  others: readonly NumberMention[],
): boolean {
  return (
    numbers.length <= others.length &&
    numbers.every(
      ({ readings: [own] }, at) => own === others[at]?.readings[0] && Number.isFinite(own),
    )
  );
}

/** "A dozen", "une centaine": approximate numbers. */
const roughly =
  /^(?:dozens?|score|scores|tens|docenas?|decenas?|dizaines?|douzaines?|(?:quin|ving|tren|quaran|cinquan|soixan)[zt]aines?|dutzende?|dozzin[ae]|decin[ae]|dúzias?|dezenas?|tuzin\p{L}*|dziesiąt\p{L}*|дюжин\p{L}*|десят(?:ок|к)\p{L}*|tientallen|dozijn\p{L}*|tiotal\p{L}*|dussin\p{L}*)$|ties$|iger$/iu;

/** Words from 3 to 99 that can only be numbers; "one", "second" and "dozen" are too vague. */
function isPlainWord({ digits, readings, value }: NumberMention): boolean {
  const isPlain = readings.every((reading) => Number.isInteger(reading) && reading >= 3);
  const isVague = readings.some((reading) => reading > 99);
  return (
    !digits &&
    isPlain &&
    !isVague &&
    !roughly.test(value) &&
    !/^[IVXLCDM]+$|^\p{Script=Han}$/u.test(value)
  );
}

/** The numbers of a passage that are not in one of the spans. */
function outside(spans: readonly Span[], { numbers, text }: Passage): readonly NumberMention[] {
  if (spans.length === 0 || numbers.length === 0) return numbers;
  const covered = new CoveredPlaces(text.length);
  for (const span of spans) covered.add(span);
  return numbers.filter(({ start, end }) => !covered.has(start, end));
}

/** Not `Math.max` of all: a call has room for so many arguments. */
function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity);
}
