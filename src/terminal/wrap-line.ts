/** Lines broken to a width. */
import { segmentsOf, splitGraphemes } from '../text/graphemes.js';
import { dictionarySegmented } from '../text/scripts.js';
import { graphemeWidth, isNarrow } from './cell-width.js';
import { joinRuns, lineText, lineWidth, plain, truncateLine, type Line, type Run } from './line.js';

/**
 * Where a line may be broken besides at blanks. `characters`: at wide characters (Chinese, Japanese,
 * Korean), after hyphens, and between the words of scripts that leave no blanks; lines are as full as
 * they can be. `words`: between words only, in every script; the columns of a table are easier to
 * read so. Either way no line begins with closing punctuation.
 */
export type BreakRule = 'characters' | 'words';

/** What is never broken unless it is wider than a line: a character, or a word of narrow ones. */
interface Piece extends Run {
  readonly width: number;
}

/**
 * A line as several of at most `width` cells, blanks at their ends dropped; a word is broken inside
 * only when it alone is wider than a line. Linear.
 */
export function wrapLine(
  line: Line,
  width: number,
  rule: BreakRule = 'characters',
): readonly Line[] {
  if (width < 2) return [truncateLine(line, width)];
  if (lineWidth(line) <= width) return [line];
  const lines: Piece[][] = [];
  let current: Piece[] = [];
  let used = 0;
  // Index in `current` after which the line may be broken.
  let breakAt = -1;
  const starts = rule === 'words' ? wordStarts(line) : unspacedWordStarts(line);
  let offset = 0;
  for (const part of line) {
    for (const piece of piecesOf(part, width, rule)) {
      if (mayBreak(current, piece, rule) || starts.has(offset)) breakAt = current.length - 1;
      offset += piece.text.length;
      const overflows = (): boolean => used + piece.width > width && current.length > 0;
      // A blank at the end of a line is no loss, unless the cursor stands on it.
      if (piece.text === ' ' && piece.style !== 'cursor' && overflows()) {
        lines.push(current);
        current = [];
        used = 0;
        breakAt = -1;
        continue;
      }
      while (overflows()) {
        const cut = breakAt < 0 ? current.length : breakAt + 1;
        lines.push(trimEnd(current.slice(0, cut)));
        current = current.slice(cut);
        used = current.reduce((sum, kept) => sum + kept.width, 0);
        breakAt = -1;
      }
      current.push(piece);
      used += piece.width;
    }
  }
  if (current.length > 0) lines.push(current);
  return lines.map(joinRuns);
}

/** A run in pieces: in characters, but in words where no line is broken inside them. */
function piecesOf({ text, style }: Run, width: number, rule: BreakRule): Piece[] {
  const pieces = rule === 'words' && isNarrow(text) ? (text.match(/[^ ]+| /g) ?? []) : [text];
  return pieces.flatMap((piece) =>
    piece !== text && piece.length <= width
      ? { text: piece, style, width: piece.length }
      : splitGraphemes(piece).map((own) => ({ text: own, style, width: graphemeWidth(own) })),
  );
}

/** As `wrapLine`; what follows the first line is indented two cells more than it is. */
export function wrapHanging(line: Line, width: number): readonly Line[] {
  const text = lineText(line);
  const indent = Math.min(text.length - text.trimStart().length + 2, Math.floor(width / 2));
  if (lineWidth(line) <= width) return [line];
  const [first = [], ...more] = wrapLine(line, width);
  if (more.length === 0) return [first];
  const rest = wrapLine(dropStart(line, lineText(first).length), width - indent);
  return [first, ...rest.map((own) => [plain(' '.repeat(indent)), ...own])];
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

/** Scripts whose words only a dictionary can tell apart; their characters are narrow. */
const unspaced = new RegExp(`[${dictionarySegmented}]`, 'u');
const words = new Intl.Segmenter('und', { granularity: 'word' });

/** Where, in UTF-16 units of the line, a word of such a script follows another. */
function unspacedWordStarts(line: Line): ReadonlySet<number> {
  const starts = new Set<number>();
  if (!line.some((part) => unspaced.test(part.text))) return starts;
  const text = lineText(line);
  for (const { index, isWordLike } of segmentsOf(text, words)) {
    if (isWordLike === true && index > 0 && unspaced.test(text.slice(index - 1, index + 1)))
      if (!isOpening(text.charAt(index - 1))) starts.add(index);
  }
  return starts;
}

/** Where, in UTF-16 units of the line, a word follows something that is neither a blank nor opening punctuation. */
function wordStarts(line: Line): ReadonlySet<number> {
  const starts = new Set<number>();
  let offset = 0;
  for (const chunk of lineText(line).split(' ')) {
    // Words of letters that are one cell wide stand between blanks: nothing to look up.
    if (!isNarrow(chunk)) {
      let open = true;
      for (const { index, segment } of segmentsOf(chunk, words)) {
        if (!open && isWordCharacter(segment)) starts.add(offset + index);
        open = isOpening(segment);
      }
    }
    offset += chunk.length + 1;
  }
  return starts;
}

/** Whether a line may end before a piece. */
function mayBreak(before: readonly Piece[], { text, width }: Piece, rule: BreakRule): boolean {
  const last = before.at(-1);
  if (last === undefined) return false;
  if (last.text === ' ') return true;
  if (rule === 'words') return false;
  // A hyphen inside a word, not the one of "[-gone-]".
  if (last.text === '-') return isWordCharacter(before.at(-2)?.text) && isWordCharacter(text);
  return (width > 1 || last.width > 1) && !isClosing(text) && !isOpening(last.text);
}

function isWordCharacter(text = ''): boolean {
  return /^[\p{L}\p{N}]/u.test(text);
}

/** Characters that must not end a line. */
function isOpening(text: string): boolean {
  return /^[\p{Ps}\p{Pi}¿¡]/u.test(text);
}

/** Characters that must not begin a line. */
function isClosing(grapheme: string): boolean {
  return /^[\p{Pe}\p{Pf}、。，．！？：；・…ー%!?,.:;]/u.test(grapheme);
}

function trimEnd(pieces: readonly Piece[]): Piece[] {
  const last = pieces.findLastIndex((piece) => piece.text !== ' ' || piece.style === 'cursor');
  return pieces.slice(0, last + 1);
}
