import type { Sentence } from '../../domain.js';
import { readQuotations } from './quotation.js';
import type { Quotations } from './quotation.js';
import { beginsPair, characterClass, Unit, unitClass } from './unit-classes.js';

/** How a sentence ends. */
export const Ending = {
  none: 0,
  stop: 1,
  question: 2,
  exclamation: 3,
  ellipsis: 4,
  colon: 5,
  comma: 6,
} as const;

/** The punctuation of sentences, one entry per sentence. */
export interface Punctuation extends Quotations {
  /** One of `Ending`. */
  readonly ending: Uint8Array;
  /** 1 if the first letter is lower case. */
  readonly startsLow: Uint8Array;
  /** 1 if the sentence begins with a quotation mark or a dialogue dash. */
  readonly startsQuoted: Uint8Array;
  /** Letters as a share of all characters except white space. */
  readonly letters: Float64Array;
}

const closing = /["'”’»›」』）)\]}\s]/u;
const opening = /^[\s(（[]*(?:["“”„‟«»‹›「『‘]|'|—|–|-\s|―)/u;

/** Reads the punctuation of consecutive sentences. O(text). */
export function readPunctuation(sentences: readonly Sentence[]): Punctuation {
  const { length } = sentences;
  const found = {
    ...readQuotations(sentences.map(({ text }) => text)),
    ending: new Uint8Array(length),
    startsLow: new Uint8Array(length),
    startsQuoted: new Uint8Array(length),
    letters: new Float64Array(length),
  };
  sentences.forEach(({ text }, i) => {
    found.ending[i] = endingOf(text);
    found.startsQuoted[i] = opening.test(text) ? 1 : 0;
    let letters = 0;
    let spaces = 0;
    // The first letter or digit.
    let first = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      let kind = unitClass(unit);
      if (beginsPair(unit) && at + 1 < text.length) {
        kind = characterClass(String.fromCodePoint(text.codePointAt(at)!));
        if (text.codePointAt(at)! > 0xffff) at++;
      }
      if ((kind & Unit.letter) !== 0) letters++;
      else if ((kind & Unit.space) !== 0) spaces++;
      if (first === 0 && (kind & (Unit.letter | Unit.number)) !== 0) first = kind;
    }
    found.startsLow[i] = (first & Unit.lower) !== 0 ? 1 : 0;
    const length = text.length - spaces;
    found.letters[i] = length > 0 ? letters / length : 0;
  });
  return found;
}

function endingOf(text: string): number {
  let end = text.length;
  while (end > 0 && isClosing(text.charCodeAt(end - 1))) end--;
  if (end === 0) return Ending.none;
  const ending = endings.get(text.charCodeAt(end - 1)) ?? Ending.none;
  if (ending !== Ending.stop || text[end - 1] !== '.') return ending;
  const before = end > 1 ? text.charCodeAt(end - 2) : 0;
  const isSpaced = end > 2 && (unitClass(before) & Unit.space) !== 0 && text[end - 3] === '.';
  return before === fullStop || isSpaced ? Ending.ellipsis : Ending.stop;
}

const fullStop = 0x2e;

/** What each mark at the end of a sentence says. */
const endings = new Map<number, number>(
  (
    [
      ['…', Ending.ellipsis],
      ['?？؟', Ending.question],
      ['!！', Ending.exclamation],
      ['.。｡।॥։۔။።', Ending.stop],
      [':：', Ending.colon],
      [',，、;；،؛—–-', Ending.comma],
    ] as const
  ).flatMap(([marks, ending]) => [...marks].map((mark) => [mark.charCodeAt(0), ending] as const)),
);

/** By UTF-16 unit: 1 if it closes what is around a sentence, 2 if not; 0 if that is not known yet. */
const closings = new Uint8Array(1 << 16);

function isClosing(unit: number): boolean {
  if (closings[unit] === 0) closings[unit] = closing.test(String.fromCharCode(unit)) ? 1 : 2;
  return closings[unit] === 1;
}

/** Whether a sentence with this ending continues in the next one. */
export function isUnfinished(ending: number): boolean {
  return ending === Ending.none || ending === Ending.colon || ending === Ending.comma;
}
