import type { Sentence } from '../../domain.js';
import { lengthWithoutSpaces } from '../../text/length.js';
import { readQuotations } from './quotation.js';
import type { Quotations } from './quotation.js';

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

const closing = /(?<!["'”’»›」』）)\]}\s])["'”’»›」』）)\]}\s]+$/u;
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
    const first = text.match(/[\p{L}\p{N}]/u)?.[0] ?? '';
    found.startsLow[i] = /\p{Ll}/u.test(first) ? 1 : 0;
    found.startsQuoted[i] = opening.test(text) ? 1 : 0;
    const length = lengthWithoutSpaces(text);
    found.letters[i] = length > 0 ? (text.match(/\p{L}/gu)?.length ?? 0) / length : 0;
  });
  return found;
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

/** Whether a sentence with this ending continues in the next one. */
export function isUnfinished(ending: number): boolean {
  return ending === Ending.none || ending === Ending.colon || ending === Ending.comma;
}
