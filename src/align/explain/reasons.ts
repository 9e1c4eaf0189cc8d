/** What spoke for and against a pair, in words. */
import type { WordPair } from './match-words.js';
import type { PairEvidence } from './pair-evidence.js';

/** One reason. */
export interface Reason {
  readonly speaks: 'for' | 'against';
  /** What it is about, for a label: "Words". */
  readonly about: string;
  readonly text: string;
}

/** How the two sides are called: by their columns or files. */
export type SideNames = readonly [a: string, b: string];

const mostWords = 8;
const mostAlone = 5;

/** The reasons that lie in the two texts themselves. */
export function textReasons(evidence: PairEvidence, names: SideNames): Reason[] {
  return [
    ...wordReasons(evidence, names),
    ...numberReasons(evidence, names),
    ...meaningReasons(evidence),
    ...lengthReasons(evidence, names),
    ...questionReasons(evidence, names),
  ];
}

/** Word pairs as text: the same word once, others as `word <-> word`. */
export function showPairs(pairs: readonly WordPair[]): string {
  const shown = pairs
    .slice(0, mostWords)
    .map(({ a, b }) => (a === b ? a : `${a} <-> ${b}`))
    .join(', ');
  const more = pairs.length - mostWords;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

function wordReasons({ words }: PairEvidence, [a, b]: SideNames): Reason[] {
  const { pairs, aloneA, aloneB, share } = words;
  const reasons: Reason[] = [];
  const hasDigit = (text: string): boolean => /\p{Nd}/u.test(text);
  const plain = pairs.filter((pair) => !hasDigit(pair.a));
  if (plain.length > 0) reasons.push(speak('for', 'Words', `${showPairs(plain)}.`));
  const lone = (name: string, list: readonly string[]): string[] => {
    const shown = list.filter((word) => !hasDigit(word)).slice(0, mostAlone);
    return shown.length === 0 ? [] : [`${shown.join(', ')} (${name})`];
  };
  const missing = [...lone(a, aloneA), ...lone(b, aloneB)];
  if (plain.length === 0 && missing.length > 0) {
    reasons.push(speak('against', 'Words', `none found that match: ${missing.join('; ')}.`));
  } else if (share < 0.5 && missing.length > 0) {
    reasons.push(speak('against', 'Words', `no counterpart found for ${missing.join('; ')}.`));
  }
  return reasons;
}

function numberReasons({ numbers, numbersA, numbersB }: PairEvidence, [a, b]: SideNames): Reason[] {
  const reasons: Reason[] = [];
  if (numbers.length > 0)
    reasons.push(speak('for', 'Numbers', `both have ${numbers.slice(0, mostWords).join(', ')}.`));
  const only = (name: string, list: readonly string[]): string[] =>
    list.length === 0 ? [] : [`only ${name} has ${list.slice(0, mostAlone).join(', ')}`];
  const lone = [...only(a, numbersA), ...only(b, numbersB)];
  if (lone.length > 0) reasons.push(speak('against', 'Numbers', `${lone.join('; ')}.`));
  return reasons;
}

function meaningReasons({ standing }: PairEvidence): Reason[] {
  if (standing === null) return [];
  if (standing >= 0.5)
    return [speak('for', 'Meaning', 'closer than in most of the sure pairs around it.')];
  if (standing >= 0.1)
    return [speak('for', 'Meaning', 'about as close as in other sure pairs around it.')];
  if (standing >= 0.02)
    return [speak('against', 'Meaning', 'less close than in most of the sure pairs around it.')];
  return [speak('against', 'Meaning', 'less close than in nearly all sure pairs around it.')];
}

/** Lengths that differ by less than this factor from what is usual fit ... */
const fits = Math.log(1.35);
/** ... and by more than this, they do not. */
const strays = Math.log(1.8);

function lengthReasons({ ratio, stretch }: PairEvidence, names: SideNames): Reason[] {
  const off = Math.abs(stretch);
  if (off < fits) {
    return [speak('for', 'Length', `${describeRatio(ratio, names)}, as is usual here.`)];
  }
  if (off < strays) return [];
  const usual = ratio / Math.exp(stretch);
  return [
    speak(
      'against',
      'Length',
      `${describeRatio(ratio, names)}; usual here: ${describeRatio(usual, names)}.`,
    ),
  ];
}

/** The lengths of two sides compared. */
export function describeRatio(ratio: number, [a, b]: SideNames): string {
  if (ratio > 0.9 && ratio < 1.12) return `${a} and ${b} are about equally long`;
  const [long, short, times] = ratio >= 1 ? [b, a, ratio] : [a, b, 1 / ratio];
  const factor = times < 10 ? times.toFixed(1) : String(Math.round(times));
  return `${long} is ${factor} times as long as ${short}`;
}

function questionReasons({ questionA, questionB }: PairEvidence, [a, b]: SideNames): Reason[] {
  if (questionA && questionB) return [speak('for', 'Marks', 'both end in a question.')];
  if (questionA === questionB) return [];
  return [speak('against', 'Marks', `only ${questionA ? a : b} ends in a question.`)];
}

/** A reason. */
export function speak(speaks: Reason['speaks'], about: string, text: string): Reason {
  return { speaks, about, text };
}
