/** Passages of a page: what becomes a block, until all pages are known. */
import type { BlockKind } from '../../../domain.js';
import { breaksWithoutSpace, firstOf, lastOf } from './characters.js';
import type { Line } from './line.js';

/** A paragraph, heading or the like as it stands on one page. */
export interface Passage {
  /** The text of its lines in reading order. */
  readonly lines: readonly string[];
  /** Their baselines. */
  readonly baselines: readonly number[];
  readonly page: number;
  /** Height of the font. */
  readonly size: number;
  readonly font: string;
  /** Where the document says it; `undefined` where sizes must tell. */
  readonly heading?: number;
  readonly kind?: BlockKind | undefined;
  readonly isNoise?: boolean;
  /** The element of the document's structure that it is; on the next page it may go on. */
  readonly element?: string;
  /** Where it stands: baselines of the first and the last line, and where they begin and end. */
  readonly top: number;
  readonly bottom: number;
  readonly x: number;
  readonly end: number;
  /** Whether its first line begins farther in than the others of its column. */
  readonly isIndented: boolean;
  /** Whether its last line is as long as the column is wide, so that it may go on elsewhere. */
  readonly isFull: boolean;
}

/** What is known of words, to tell hyphens that belong to a word from those of a line's end. */
export interface Vocabulary {
  /** Words with a hyphen in them that stand inside of lines somewhere. */
  hasHyphened(word: string): boolean;
  has(word: string): boolean;
  /** Whether the document divides words at the ends of lines. */
  readonly dividesWords: boolean;
}

const hyphens = new Set('-\u2010\u00ad');
const hyphenEnd = /([\p{L}\p{M}]+)([-\u2010\u00ad])$/u;
const numberHyphenEnd = /\p{Nd}[-\u2010]$/u;
const wordStart = /^[\p{L}\p{M}]+/u;
const lowerStart = /^\p{Ll}/u;

/** The lines of a passage as one text. Words that the ends of lines divide are whole again. */
export function joinLines(lines: readonly string[], words: Vocabulary): string {
  let text = '';
  for (const line of lines) text = text === '' ? line : joinLine(text, line, words);
  return text.replaceAll('\u00ad', '');
}

function joinLine(before: string, line: string, words: Vocabulary): string {
  const divided = hyphens.has(before.at(-1) ?? '') ? hyphenEnd.exec(before.slice(-80)) : null;
  const [rest] = wordStart.exec(line) ?? [];
  if (divided && rest !== undefined) {
    const [, start = '', hyphen] = divided;
    const isSoft = hyphen === '\u00ad';
    if (isSoft || (lowerStart.test(rest) && isDivided(start, rest, words)))
      return before.slice(0, -1) + line;
    return before + line;
  }
  // A 27-year-old: the number's hyphen stays, and no space was there.
  if (rest !== undefined && numberHyphenEnd.test(before)) return before + line;
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + line;
  const isTight = breaksWithoutSpace(lastOf(before)) && breaksWithoutSpace(firstOf(line));
  return before + (isTight ? '' : ' ') + line;
}

/** Whether a hyphen between two parts is only there because the line ends. */
function isDivided(start: string, rest: string, words: Vocabulary): boolean {
  if (words.hasHyphened(`${start}-${rest}`.toLowerCase())) return false;
  if (words.has((start + rest).toLowerCase())) return true;
  return words.dividesWords && !(words.has(start.toLowerCase()) && words.has(rest.toLowerCase()));
}

/** Where lines stand, as passages carry it. */
export function extent(
  lines: readonly Line[],
): Pick<Passage, 'baselines' | 'top' | 'bottom' | 'x' | 'end'> {
  return {
    baselines: lines.map(({ y }) => y),
    top: lines[0]?.y ?? 0,
    bottom: lines.at(-1)?.y ?? 0,
    x: Math.min(...lines.map(({ x }) => x)),
    end: Math.max(...lines.map(({ end }) => end)),
  };
}
