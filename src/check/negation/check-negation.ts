import type { Check } from '../../domain.js';
import { polaritySigns, polarityWords } from './polarity-data.js';
import type { PolaritySigns, PolarityWords } from './polarity-data.js';
import { diffWords, type DiffPart } from '../../text/word-diff.js';
import { toSide } from '../passage/passage.js';
import type { Mention } from '../passage/mentions.js';
import type { Passage } from '../passage/passage.js';
import { Sign } from '../passage/signs.js';
import { countIdeographs } from '../../text/scripts.js';
import { allMatches } from '../../text/patterns/all-matches.js';

interface Polarity {
  readonly negators: ReadonlySet<string>;
  readonly weak: ReadonlySet<string>;
  readonly affixes: RegExp | null;
  readonly nouns: RegExp | null;
}

const wordPattern = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*['’]?/gu;
const polarities: ReadonlyMap<string, Polarity | PolaritySigns> = new Map<
  string,
  Polarity | PolaritySigns
>([
  ...Object.entries(polarityWords).map(([base, words]) => [base, makePolarity(words)] as const),
  ...Object.entries(polaritySigns),
]);
/** Number of characters that say as much as a word, in scripts without spaces. */
const signsPerWord = 1.2;

/** Longer sentences have several clauses, one of which may say the same without a negation. */
const mostWords = 14;

/**
 * A negation on one side only. Languages express the same thing with and without one ("stay" for
 * "don't go"), so this is reported only if both sides are short, one is plainly negated, and
 * nothing on the other, not even a prefix, could be its counterpart. Within one language the
 * negation must be the change itself: one that appears or disappears between words that stay.
 */
export function checkNegation(a: Passage, b: Passage, isWhole: boolean): Check[] {
  const polarityA = polarities.get(a.base);
  const polarityB = polarities.get(b.base);
  if (polarityA === undefined || polarityB === undefined || !isWhole) return [];
  if (a.base === b.base) {
    return changedNegation(a, b, polarityA);
  }
  if (a.sentences !== 1 || b.sentences !== 1 || isQuestion(a, b)) return [];
  const wordsA = wordsOf(a);
  const wordsB = wordsA && wordsOf(b);
  if (wordsA === null || wordsB === null) return [];
  if (!mayBeNegated(a, wordsA, polarityA) && !mayBeNegated(b, wordsB, polarityB)) return [];
  const readA = readText(a.text, polarityA);
  const readB = readText(b.text, polarityB);
  if (readA.negators.length > 0 && readB.negators.length === 0 && !readB.doubtful) {
    return [{ code: 'negation', a: toSide(a, readA.negators), b: toSide(b, []) }];
  }
  if (readB.negators.length > 0 && readA.negators.length === 0 && !readA.doubtful) {
    return [{ code: 'negation', a: toSide(a, []), b: toSide(b, readB.negators) }];
  }
  return [];
}

/** Words that may change together with the negation: "did not want" for "wanted". */
const mostChanged = 2;

/** What one text says and the other does not at one place, and where that is. */
interface Replacement {
  readonly a: string;
  readonly b: string;
  readonly startA: number;
  readonly startB: number;
}

function changedNegation(a: Passage, b: Passage, polarity: Polarity | PolaritySigns): Check[] {
  // With as many negations on both sides, some may have moved, but none was added or removed.
  const [before, after] = [readText(a.text, polarity), readText(b.text, polarity)];
  if (before.negators.length === after.negators.length) return [];
  const parts = diffWords(a.text, b.text, a.language);
  if (parts === null) return [];
  const gone: Mention[] = [];
  const come: Mention[] = [];
  let [doubtA, doubtB] = [false, false];
  for (const replaced of replacements(parts)) {
    const changeA = readText(replaced.a, polarity);
    const changeB = readText(replaced.b, polarity);
    // "denies that they are" became "says that they are not".
    doubtA ||= changeA.doubtful;
    doubtB ||= changeB.doubtful;
    if (Math.max(changeA.words, changeB.words) > mostChanged) continue;
    if (changeB.negators.length === 0) gone.push(...shift(changeA.negators, replaced.startA));
    if (changeA.negators.length === 0) come.push(...shift(changeB.negators, replaced.startB));
  }
  // A negation that only moved has not changed.
  if (gone.length === come.length) return [];
  if ((gone.length > 0 && doubtB) || (come.length > 0 && doubtA)) return [];
  return [{ code: 'negation', a: toSide(a, gone), b: toSide(b, come) }];
}

/** The stretches between the words that stay. */
function* replacements(parts: readonly DiffPart[]): Generator<Replacement> {
  let [onlyA, onlyB] = ['', ''];
  let [startA, startB] = [0, 0];
  for (const { side, text } of parts) {
    if (side === 'a') onlyA += text;
    else if (side === 'b') onlyB += text;
    else {
      yield { a: onlyA, b: onlyB, startA, startB };
      startA += onlyA.length + text.length;
      startB += onlyB.length + text.length;
      [onlyA, onlyB] = ['', ''];
    }
  }
  yield { a: onlyA, b: onlyB, startA, startB };
}

function shift(mentions: readonly Mention[], by: number): Mention[] {
  return mentions.map((m) => ({ value: m.value, start: m.start + by, end: m.end + by }));
}

/** "no. 3", "No 7" and "No. IV" number something. */
function isNumero(word: string, after: string): boolean {
  return word === 'no' && /^(?:\.?\s?\p{Nd}|\.\s?[IVXLC]+\b)/u.test(after);
}

/** Questions are negated out of politeness ("Won't you sit down?"). */
function isQuestion(a: Passage, b: Passage): boolean {
  return ((a.signs | b.signs) & Sign.question) !== 0;
}

function countWords(text: string): number {
  const signs = countIdeographs(text);
  if (signs > 0) return signs / signsPerWord;
  return text.match(wordPattern)?.length ?? 0;
}

interface Reading {
  readonly words: number;
  readonly negators: Mention[];
  readonly doubtful: boolean;
}

/** The words of a text; null if there are too many. */
function wordsOf({ text }: Passage): readonly string[] | null {
  const signs = countIdeographs(text);
  if (signs / signsPerWord > mostWords) return null;
  const words = text.match(wordPattern) ?? [];
  return signs === 0 && words.length > mostWords ? null : words;
}

/** Whether a text may have a word that negates; never wrongly false. Most short texts have none. */
function mayBeNegated(
  { text }: Passage,
  words: readonly string[],
  polarity: Polarity | PolaritySigns,
): boolean {
  if (isSigns(polarity)) {
    polarity.negators.lastIndex = 0;
    return polarity.negators.test(text);
  }
  return words.some((written) => {
    const word = written.toLowerCase().replaceAll('’', "'");
    return polarity.negators.has(word) || word.startsWith("n'");
  });
}

function isSigns(polarity: Polarity | PolaritySigns): polarity is PolaritySigns {
  return polarity.negators instanceof RegExp;
}

function readSigns(text: string, { negators, weak }: PolaritySigns): Reading {
  const found = allMatches(text, negators).map((match): Mention => {
    return { value: match[0], start: match.index, end: match.index + match[0].length };
  });
  return { words: countWords(text), negators: found, doubtful: weak.test(text) };
}

function readText(text: string, polarity: Polarity | PolaritySigns): Reading {
  if (isSigns(polarity)) return readSigns(text, polarity);
  let words = 0;
  const negators: Mention[] = [];
  // Parts of addresses and compounds, and of words that a tokeniser split ("don 't").
  let doubtful = /[-/.]\p{L}|\p{L}[-/]|\p{L}n\s['’]t/u.test(text);
  let previous = '';
  for (const match of allMatches(text, wordPattern)) {
    words++;
    const word = match[0].toLowerCase().replace(/’/g, "'");
    const isNoun = polarity.nouns?.test(`${previous} ${word}`) === true;
    previous = word;
    if (isNoun || isNumero(word, text.slice(match.index + word.length))) continue;
    const elided = /^(n')/.exec(word)?.[1];
    const negator = polarity.negators.has(word) ? word : elided;
    if (negator !== undefined && polarity.negators.has(negator)) {
      const start = match.index;
      negators.push({ value: match[0], start, end: start + match[0].length });
    } else if (polarity.weak.has(word) || polarity.affixes?.test(word) === true) doubtful = true;
  }
  return { words, negators, doubtful };
}

function makePolarity(words: PolarityWords): Polarity {
  return {
    negators: new Set(words.negators.split(' ')),
    weak: new Set(words.weak.split(' ')),
    affixes: words.affixes ?? null,
    nouns: words.nouns ?? null,
  };
}
