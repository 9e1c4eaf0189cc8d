import type { Check } from '../../domain.js';
import { polarityWords } from './polarity-data.js';
import type { PolarityWords } from './polarity-data.js';
import { diffWords } from '../../text/word-diff.js';
import { baseLanguage } from '../../text/tags.js';
import { toSide } from '../passage.js';
import type { Mention, Passage } from '../passage.js';

interface Polarity {
  readonly negators: ReadonlySet<string>;
  readonly weak: ReadonlySet<string>;
  readonly affixes: RegExp | null;
  readonly nouns: RegExp | null;
}

const wordPattern = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*['’]?/gu;
const polarities = new Map<string, Polarity | null>();

/** Longer sentences hold clauses of their own, one of which may say the same without a negation. */
const mostWords = 14;

/**
 * A negation on one side only. Languages put the same thing with and without one ("stay" for "don't
 * go"), so this speaks only where both sides are short, one is negated in plain words, and nothing on
 * the other, not even a prefix, could be its counterpart. In one language it must be the change itself:
 * a negation that comes or goes between words that stay.
 */
export function checkNegation(a: Passage, b: Passage, isWhole: boolean): Check[] {
  const polarityA = polarityOf(a.language);
  const polarityB = polarityOf(b.language);
  if (polarityA === null || polarityB === null || !isWhole) return [];
  if (baseLanguage(a.language) === baseLanguage(b.language)) {
    return changedNegation(a, b, polarityA);
  }
  if (a.sentences !== 1 || b.sentences !== 1 || isQuestion(a, b)) return [];
  if (countWords(a.text) > mostWords || countWords(b.text) > mostWords) return [];
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

function changedNegation(a: Passage, b: Passage, polarity: Polarity): Check[] {
  // As many negations on both sides may still have moved, but none has come or gone.
  const [before, after] = [readText(a.text, polarity), readText(b.text, polarity)];
  if (before.negators.length === after.negators.length) return [];
  const parts = diffWords(a.text, b.text, a.language);
  if (parts === null) return [];
  const gone: Mention[] = [];
  const come: Mention[] = [];
  let [doubtA, doubtB] = [false, false];
  let atA = 0;
  let atB = 0;
  for (let k = 0; k < parts.length;) {
    let [onlyA, onlyB] = ['', ''];
    const [startA, startB] = [atA, atB];
    for (; k < parts.length && parts[k]!.side !== 'both'; k++) {
      if (parts[k]!.side === 'a') onlyA += parts[k]!.text;
      else onlyB += parts[k]!.text;
    }
    atA += onlyA.length;
    atB += onlyB.length;
    const [changeA, changeB] = [readText(onlyA, polarity), readText(onlyB, polarity)];
    // "denies that they are" became "says that they are not".
    doubtA ||= changeA.doubtful;
    doubtB ||= changeB.doubtful;
    const isSmall = Math.max(changeA.words, changeB.words) <= mostChanged;
    if (isSmall) {
      if (changeB.negators.length === 0) gone.push(...shift(changeA.negators, startA));
      if (changeA.negators.length === 0) come.push(...shift(changeB.negators, startB));
    }
    const both = parts[k];
    if (both !== undefined) {
      atA += both.text.length;
      atB += both.text.length;
      k++;
    }
  }
  // One that only moved is none that changed.
  if (gone.length === come.length) return [];
  if ((gone.length > 0 && doubtB) || (come.length > 0 && doubtA)) return [];
  return [{ code: 'negation', a: toSide(a, gone), b: toSide(b, come) }];
}

function shift(mentions: readonly Mention[], by: number): Mention[] {
  return mentions.map((m) => ({ value: m.value, start: m.start + by, end: m.end + by }));
}

/** Questions are negated for politeness ("Won't you sit down?"). */
function isQuestion(a: Passage, b: Passage): boolean {
  return /[?？؟]/u.test(a.text + b.text);
}

function countWords(text: string): number {
  return text.match(wordPattern)?.length ?? 0;
}

function readText(
  text: string,
  polarity: Polarity,
): { words: number; negators: Mention[]; doubtful: boolean } {
  let words = 0;
  const negators: Mention[] = [];
  // Parts of addresses and compounds, and of words that a tokeniser took apart ("don 't").
  let doubtful = /[-/.]\p{L}|\p{L}[-/]|\p{L}n\s['’]t/u.test(text);
  let previous = '';
  for (const match of text.matchAll(wordPattern)) {
    words++;
    const word = match[0].toLowerCase().replace(/’/g, "'");
    const isNoun = polarity.nouns?.test(`${previous} ${word}`) === true;
    previous = word;
    if (isNoun) continue;
    const elided = /^(n')/.exec(word)?.[1];
    const negator = polarity.negators.has(word) ? word : elided;
    if (negator !== undefined && polarity.negators.has(negator)) {
      const start = match.index;
      negators.push({ value: match[0], start, end: start + match[0].length });
    } else if (polarity.weak.has(word) || polarity.affixes?.test(word) === true) doubtful = true;
  }
  return { words, negators, doubtful };
}

function polarityOf(language: string): Polarity | null {
  const base = baseLanguage(language);
  let polarity = polarities.get(base);
  if (polarity === undefined) {
    const words = polarityWords[base];
    polarity = words === undefined ? null : makePolarity(words);
    polarities.set(base, polarity);
  }
  return polarity;
}

function makePolarity(words: PolarityWords): Polarity {
  return {
    negators: new Set(words.negators.split(' ')),
    weak: new Set(words.weak.split(' ')),
    affixes: words.affixes ?? null,
    nouns: words.nouns ?? null,
  };
}
