import type { Check } from '../domain.js';
import { polarityWords } from './data/polarity.js';
import type { PolarityWords } from './data/polarity.js';
import { baseLanguage, toSide } from './passage.js';
import type { Mention, Passage } from './passage.js';

interface Polarity {
  readonly negators: ReadonlySet<string>;
  readonly weak: ReadonlySet<string>;
  readonly affixes: RegExp | null;
}

const wordPattern = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*['’]?/gu;
const polarities = new Map<string, Polarity | null>();

/** Longer sentences hold clauses of their own, one of which may say the same without a negation. */
const mostWords = 14;

/**
 * A negation on one side only. Languages put the same thing with and without one ("stay" for "don't
 * go"), so this speaks only where both sides are short, one is negated in plain words, and nothing on
 * the other, not even a prefix, could be its counterpart. In one language, the rest must also be
 * much the same words.
 */
export function checkNegation(a: Passage, b: Passage, isWhole: boolean): Check[] {
  const polarityA = polarityOf(a.language);
  const polarityB = polarityOf(b.language);
  if (polarityA === null || polarityB === null || !isWhole) return [];
  const readA = read(a, polarityA);
  const readB = read(b, polarityB);
  const isSame = baseLanguage(a.language) === baseLanguage(b.language);
  if (!isSame && Math.max(readA.words.length, readB.words.length) > mostWords) return [];
  if (isSame && overlap(readA.words, readB.words) < 0.6) return [];
  if (a.sentences !== 1 || b.sentences !== 1) return [];
  if (readA.negators.length > 0 && readB.negators.length === 0 && !readB.doubtful) {
    if (!isSame && isQuestion(a, b)) return [];
    return [{ code: 'negation', a: toSide(a, readA.negators), b: toSide(b, []) }];
  }
  if (readB.negators.length > 0 && readA.negators.length === 0 && !readA.doubtful) {
    if (!isSame && isQuestion(a, b)) return [];
    return [{ code: 'negation', a: toSide(a, []), b: toSide(b, readB.negators) }];
  }
  return [];
}

/** Questions are negated for politeness ("Won't you sit down?"). */
function isQuestion(a: Passage, b: Passage): boolean {
  return /[?？؟]/u.test(a.text + b.text);
}

function read(
  passage: Passage,
  polarity: Polarity,
): { words: string[]; negators: Mention[]; doubtful: boolean } {
  const words: string[] = [];
  const negators: Mention[] = [];
  let doubtful = false;
  for (const match of passage.text.matchAll(wordPattern)) {
    const around = passage.text.slice(
      Math.max(0, match.index - 1),
      match.index + match[0].length + 3,
    );
    // Parts of addresses and compounds, and of words that a tokeniser took apart ("don 't").
    if (/^[-/.]\p{L}|\p{L}[-/]/u.test(around) || /\p{L}n\s['’]t/u.test(around)) doubtful = true;
    const word = match[0].toLocaleLowerCase(passage.language).replace(/’/g, "'");
    words.push(word);
    const elided = /^(n')/.exec(word)?.[1];
    const negator = polarity.negators.has(word) ? word : elided;
    if (negator !== undefined && polarity.negators.has(negator)) {
      const start = match.index;
      negators.push({ value: match[0], start, end: start + match[0].length });
    } else if (polarity.weak.has(word) || polarity.affixes?.test(word) === true) doubtful = true;
  }
  return { words, negators, doubtful };
}

function overlap(x: readonly string[], y: readonly string[]): number {
  const [setX, setY] = [new Set(x), new Set(y)];
  const shared = [...setX].filter((word) => setY.has(word)).length;
  return shared / Math.max(1, setX.size, setY.size);
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
  };
}
