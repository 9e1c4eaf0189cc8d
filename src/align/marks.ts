import type { Sentence } from '../domain.js';

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

/** What the signs of each sentence tell, one entry a sentence. */
export interface Marks {
  /** One of `Ending`. */
  readonly ending: Uint8Array;
  /** 1 where the first letter is small. */
  readonly startsLow: Uint8Array;
  /** 1 where the sentence begins with a quotation mark or a dash of dialogue. */
  readonly startsQuoted: Uint8Array;
  /** 1 where quotation marks open and close in pairs (or there are none). */
  readonly balanced: Uint8Array;
  /** 1 where there is a quotation mark. */
  readonly quoted: Uint8Array;
  /** 1 where the text before has opened a quotation that is not closed yet. */
  readonly inside: Uint8Array;
  /** Letters as a share of all signs but spaces. */
  readonly letters: Float64Array;
  /** 1 where no sentence of the paragraph comes before. */
  readonly startsParagraph: Uint8Array;
}

const closing = /["'”’»›」』）)\]}\s]+$/u;
const opening = /^[\s(（[]*(?:["“”„‟«»‹›「『‘]|'|—|–|-\s|―)/u;
/** A quotation that was not closed is forgotten after this many sentences. */
const longestQuotation = 12;

/** Reads the signs of a list of sentences. Apostrophes are not taken for quotation marks. */
export function readMarks(sentences: readonly Sentence[]): Marks {
  const { length } = sentences;
  const marks = {
    ending: new Uint8Array(length),
    startsLow: new Uint8Array(length),
    startsQuoted: new Uint8Array(length),
    balanced: new Uint8Array(length),
    quoted: new Uint8Array(length),
    inside: new Uint8Array(length),
    letters: new Float64Array(length),
    startsParagraph: new Uint8Array(length),
  };
  let depth = 0;
  let since = 0;
  sentences.forEach(({ text, paragraph }, i) => {
    marks.ending[i] = endingOf(text);
    const first = text.match(/[\p{L}\p{N}]/u)?.[0] ?? '';
    marks.startsLow[i] = /\p{Ll}/u.test(first) ? 1 : 0;
    marks.startsQuoted[i] = opening.test(text) ? 1 : 0;
    const quotes = quotation(text);
    marks.quoted[i] = quotes.count > 0 ? 1 : 0;
    marks.balanced[i] = quotes.net === 0 ? 1 : 0;
    since++;
    if (depth > 0 && since > longestQuotation) depth = 0;
    marks.inside[i] = depth > 0 ? 1 : 0;
    const straight = quotes.straight % 2 === 1 ? (depth > 0 ? -1 : 1) : 0;
    const next = Math.max(0, Math.min(1, depth + quotes.directed + straight));
    if (next > depth) since = 0;
    depth = next;
    const signs = text.replace(/\s+/gu, '');
    marks.letters[i] = signs.length > 0 ? (signs.match(/\p{L}/gu)?.length ?? 0) / signs.length : 0;
    marks.startsParagraph[i] = i === 0 || sentences[i - 1]!.paragraph !== paragraph ? 1 : 0;
  });
  return marks;
}

function endingOf(text: string): number {
  const bare = text.replace(closing, '');
  const last = bare.at(-1) ?? '';
  if (/\.\s?\.$|…$/u.test(bare)) return Ending.ellipsis;
  if (/[?？؟;;]/u.test(last) && last !== ';') return Ending.question;
  if (/[!！]/u.test(last)) return Ending.exclamation;
  if (/[.。｡।॥։۔။።]/u.test(last)) return Ending.stop;
  if (/[:：]/u.test(last)) return Ending.colon;
  if (/[,，、;；،؛—–-]/u.test(last)) return Ending.comma;
  return Ending.none;
}

/** Quotation marks: 1 opens, -1 closes, 0 either. */
const SIGNS = new Map<number, number>([
  ...[...'“„«「『‹'].map((sign) => [sign.charCodeAt(0), 1] as const),
  ...[...'”»」』›'].map((sign) => [sign.charCodeAt(0), -1] as const),
  ...[...'"‟'].map((sign) => [sign.charCodeAt(0), 0] as const),
]);

function quotation(text: string): {
  count: number;
  net: number;
  directed: number;
  straight: number;
} {
  let directed = 0;
  let straight = 0;
  let count = 0;
  for (let k = 0; k < text.length; k++) {
    const sign = SIGNS.get(text.charCodeAt(k));
    if (sign === undefined) continue;
    directed += sign;
    if (sign === 0) straight++;
    count++;
  }
  return { count, net: directed !== 0 ? directed : straight % 2, directed, straight };
}

/** Whether a sentence that ends like this goes on in the next one. */
export function isUnfinished(ending: number): boolean {
  return ending === Ending.none || ending === Ending.colon || ending === Ending.comma;
}
