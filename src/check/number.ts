import type { Check } from '../domain.js';
import { findNumbers, mayBeSpelled } from './numbers.js';
import type { NumberMention } from './numbers.js';
import { toSide } from './passage.js';
import type { Passage } from './passage.js';
import type { Span } from '../domain.js';

/** Where other checks have looked already, in the passages' own offsets. */
export interface Consumed {
  readonly a: readonly Span[];
  readonly b: readonly Span[];
}

/**
 * Numbers of one side that the other lacks. Digits count as missing when the other side has them
 * neither in digits nor in words; words only when both sides have one that the other lacks.
 * `isWhole` says that the sides are of a length, so that a number one side lacks was not just left
 * out with the passage around it.
 */
export function checkNumbers(
  a: Passage,
  b: Passage,
  isWhole: boolean,
  consumed: Consumed = { a: [], b: [] },
): Check[] {
  const numbersA = findNumbers(a.text, a.language).filter(outside(consumed.a));
  const numbersB = findNumbers(b.text, b.language).filter(outside(consumed.b));
  const missingA = unmatched(numbersA, numbersB);
  const missingB = unmatched(numbersB, numbersA);
  const digitsA = missingA.filter(({ digits }) => digits);
  const digitsB = missingB.filter(({ digits }) => digits);
  if (digitsA.length > 0 && digitsB.length > 0) return [report(a, digitsA, b, digitsB)];
  if (digitsA.length + digitsB.length > 0) {
    const [present, other] = digitsA.length > 0 ? [digitsA, b] : [digitsB, a];
    const certain = present.filter((number) => !mayBeSpelled(number, other.language));
    if (certain.length === 0 || !isWhole) return [];
    return [digitsA.length > 0 ? report(a, certain, b, []) : report(a, [], b, certain)];
  }
  const wordsA = missingA.filter(isPlainWord);
  const wordsB = missingB.filter(isPlainWord);
  return wordsA.length === 1 && wordsB.length === 1 && isWhole
    ? [report(a, wordsA, b, wordsB)]
    : [];
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
): NumberMention[] {
  const known = others.flatMap(({ readings }) => readings);
  return numbers.filter(
    ({ readings }) => !readings.some((value) => known.some((other) => isSame(value, other))),
  );
}

function isSame(x: number, y: number): boolean {
  return Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x), Math.abs(y));
}

/** Words from three up that are numbers and nothing else; "one" and "second" are too much besides. */
function isPlainWord({ digits, readings, value }: NumberMention): boolean {
  return !digits && readings.every((reading) => reading >= 3) && !/^[IVXLCDM]+$/.test(value);
}

function outside(spans: readonly Span[]): (mention: Span) => boolean {
  return ({ start, end }) => !spans.some((span) => start < span.end && end > span.start);
}
