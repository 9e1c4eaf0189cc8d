/**
 * Text in terminal cells: measuring, cutting, padding and wrapping runs of styled text, on
 * character boundaries, so that wide characters and combining marks never break a column.
 */
import stringWidth from 'string-width';
import { safeText } from './safe-text.js';
import { segmentsOf, splitGraphemes } from '../text/graphemes.js';

/** What a run means; `theme.ts` knows what that looks like. Several are separated by a blank. */
export type Style = string;

/** A piece of a line in one style. Its text is safe for a terminal and has no line breaks. */
export interface Run {
  readonly text: string;
  readonly style: Style;
}

/** One line of the screen. */
export type Line = readonly Run[];

const plain = /^[\x20-\x7e]*$/;
const widths = new Map<string, number>();

/** Width in cells, the way Ink measures it. */
export function cellWidth(text: string): number {
  if (plain.test(text)) return text.length;
  // What string-width does, with the widths of characters remembered.
  return splitGraphemes(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0);
}

function graphemeWidth(grapheme: string): number {
  if (grapheme.length === 1 && grapheme >= ' ' && grapheme <= '~') return 1;
  let width = widths.get(grapheme);
  if (width === undefined) {
    width = stringWidth(grapheme);
    // Bounded, since a text may hold any number of different characters.
    if (widths.size > 20_000) widths.clear();
    widths.set(grapheme, width);
  }
  return width;
}

/** A run of text that comes from outside: made safe, blanks of all kinds as spaces, composed (NFC). */
export function run(text: string, style: Style = ''): Run {
  const clean = plain.test(text) ? text : safeText(text.normalize('NFC').replace(/\s/gu, ' '));
  return { text: clean, style };
}

/** Width of a line in cells. */
export function lineWidth(line: Line): number {
  return line.reduce((sum, part) => sum + cellWidth(part.text), 0);
}

/** A line cut to a width, with an ellipsis when something was cut off. Never wider than `width`. */
export function truncateLine(line: Line, width: number, ellipsis = '…'): Line {
  if (lineWidth(line) <= width) return line;
  const room = width - cellWidth(ellipsis);
  if (room < 0) return [];
  const kept: Run[] = [];
  let used = 0;
  for (const part of line) {
    let text = '';
    let full = false;
    for (const grapheme of splitGraphemes(part.text)) {
      const own = graphemeWidth(grapheme);
      if (used + own > room) {
        full = true;
        break;
      }
      used += own;
      text += grapheme;
    }
    if (text !== '') kept.push({ text, style: part.style });
    if (full) break;
  }
  return [...kept, { text: ellipsis, style: 'dim' }];
}

/** A line of exactly `width` cells: cut, or filled with blanks at the end (or before, for `right`). */
export function fitLine(
  line: Line,
  width: number,
  align: 'left' | 'right' = 'left',
  ellipsis = '…',
): Line {
  const cut = truncateLine(line, width, ellipsis);
  const missing = width - lineWidth(cut);
  if (missing <= 0) return cut;
  const blanks = { text: ' '.repeat(missing), style: '' };
  return align === 'left' ? [...cut, blanks] : [blanks, ...cut];
}

interface Piece {
  readonly text: string;
  readonly style: Style;
  readonly width: number;
}

/** As `wrapLine`; what follows the first line is indented two cells more than it is. */
export function wrapHanging(line: Line, width: number): readonly Line[] {
  const text = line.map((part) => part.text).join('');
  const indent = Math.min(text.length - text.trimStart().length + 2, Math.floor(width / 2));
  if (lineWidth(line) <= width) return [line];
  const [first = [], ...more] = wrapLine(line, width);
  const firstLength = first.reduce((sum, part) => sum + part.text.length, 0);
  if (more.length === 0) return [first];
  const rest = wrapLine(dropStart(line, firstLength), width - indent);
  return [first, ...rest.map((own) => [{ text: ' '.repeat(indent), style: '' }, ...own])];
}

/** A line without its first UTF-16 units, and without the blanks that stand there then. */
function dropStart(line: Line, units: number): Line {
  let left = units;
  let begun = false;
  return line.flatMap(({ text, style }) => {
    const dropped = Math.min(left, text.length);
    left -= dropped;
    const kept = begun ? text.slice(dropped) : text.slice(dropped).trimStart();
    begun ||= kept !== '';
    return kept === '' ? [] : [{ text: kept, style }];
  });
}

/**
 * A line as several of at most `width` cells: broken at blanks, at wide characters (Chinese,
 * Japanese), between the words of scripts that leave no blanks (Thai, Lao, Khmer, Burmese), and
 * inside words only when a word alone is wider than a line. Linear.
 */
export function wrapLine(line: Line, width: number): readonly Line[] {
  if (width < 2) return [truncateLine(line, width)];
  if (lineWidth(line) <= width) return [line];
  const lines: Piece[][] = [];
  let current: Piece[] = [];
  let used = 0;
  // Index in `current` after which the line may be broken.
  let breakAt = -1;
  const wordStarts = unspacedWordStarts(line);
  let offset = 0;
  for (const part of line) {
    for (const text of splitGraphemes(part.text)) {
      const own = graphemeWidth(text);
      if (mayBreak(current, text, own) || wordStarts.has(offset)) breakAt = current.length - 1;
      offset += text.length;
      if (used + own > width && current.length > 0) {
        // A blank at the end of a line is no loss, unless the cursor stands on it.
        if (text === ' ' && part.style !== 'cursor') {
          lines.push(current);
          current = [];
          used = 0;
          breakAt = -1;
          continue;
        }
        const cut = breakAt < 0 ? current.length : breakAt + 1;
        lines.push(trimEnd(current.slice(0, cut)));
        current = current.slice(cut);
        used = current.reduce((sum, piece) => sum + piece.width, 0);
        breakAt = -1;
      }
      current.push({ text, style: part.style, width: own });
      used += own;
    }
  }
  if (current.length > 0) lines.push(current);
  return lines.map(joinPieces);
}

/** Scripts whose words only a dictionary can tell apart; their characters are narrow. */
const unspaced = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const words = new Intl.Segmenter('und', { granularity: 'word' });

/** Where, in UTF-16 units of the line, a word of such a script follows another. */
function unspacedWordStarts(line: Line): ReadonlySet<number> {
  const starts = new Set<number>();
  if (!line.some((part) => unspaced.test(part.text))) return starts;
  const text = line.map((part) => part.text).join('');
  for (const { index, isWordLike } of segmentsOf(text, words)) {
    if (isWordLike === true && index > 0 && unspaced.test(text.slice(index - 1, index + 1)))
      if (!isOpening(text.charAt(index - 1))) starts.add(index);
  }
  return starts;
}

/** Whether a line may end before a character. */
function mayBreak(before: readonly Piece[], text: string, width: number): boolean {
  const last = before.at(-1);
  if (last === undefined) return false;
  if (last.text === ' ') return true;
  // A hyphen inside a word, not the one of "[-gone-]".
  if (last.text === '-') return isWordCharacter(before.at(-2)?.text) && isWordCharacter(text);
  return (width > 1 || last.width > 1) && !isClosing(text) && !isOpening(last.text);
}

function isWordCharacter(grapheme = ''): boolean {
  return /^[\p{L}\p{N}]/u.test(grapheme);
}

/** Characters that must not end a line. */
function isOpening(grapheme: string): boolean {
  return /^[\p{Ps}\p{Pi}]/u.test(grapheme);
}

/** Characters that must not begin a line. */
function isClosing(grapheme: string): boolean {
  return /^[\p{Pe}\p{Pf}、。，．！？：；・…ー%!?,.:;]/u.test(grapheme);
}

function trimEnd(pieces: readonly Piece[]): Piece[] {
  const last = pieces.findLastIndex((piece) => piece.text !== ' ' || piece.style === 'cursor');
  return pieces.slice(0, last + 1);
}

function joinPieces(pieces: readonly Piece[]): Line {
  const runs: { text: string; style: Style }[] = [];
  for (const { text, style } of pieces) {
    const last = runs.at(-1);
    if (last?.style === style) last.text += text;
    else runs.push({ text, style });
  }
  return runs;
}

/** Adds a style to every run of a line. */
export function restyle(line: Line, style: Style): Line {
  return line.map((part) => ({
    text: part.text,
    style: part.style === '' ? style : `${part.style} ${style}`,
  }));
}

/** A stretch of text that means something: a check, a hit of a search, the cursor. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly style: Style;
}

/** Text as runs, with marks (UTF-16 offsets, may overlap) as styles over a base style. */
export function markedRuns(text: string, marks: readonly Mark[], base: Style = ''): Line {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of marks) {
    if (end <= 0 || start >= text.length) continue;
    cuts.add(Math.max(0, start));
    cuts.add(Math.min(text.length, end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? text.length;
    const styles = marks.filter((mark) => mark.start < end && mark.end > start);
    return run(
      text.slice(start, end),
      [base, ...styles.map((mark) => mark.style)].filter((style) => style !== '').join(' '),
    );
  });
}

/** Languages written from right to left. */
const rightToLeft =
  /^(?:ar|arc|ckb|dv|fa|he|iw|ks|ps|sd|syr|ug|ur|yi)\b|-(?:Arab|Hebr|Syrc|Thaa)\b/;

/** Whether a language is written from right to left. */
export function isRightToLeft(language: string): boolean {
  return rightToLeft.test(language);
}
