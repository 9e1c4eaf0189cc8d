/** Breaks lines to a width. */
import { segmentsOf, splitGraphemes } from '../text/graphemes.js';
import { dictionarySegmented } from '../text/scripts.js';
import { graphemeWidth, isNarrow } from './cell-width.js';
import { joinRuns, lineText, lineWidth, plain, truncateLine, type Line, type Run } from './line.js';

/**
 * Where a line may be broken, apart from spaces. `characters`: at wide characters (Chinese,
 * Japanese, Korean), after hyphens, and between the words of scripts without spaces, which fills
 * lines as far as possible. `words`: only between words, in every script, which is easier to read
 * in the columns of a table. In both cases no line begins with closing punctuation.
 */
export type BreakRule = 'characters' | 'words';

/**
 * A unit that is broken only if it is wider than a line: a character, or a word of narrow
 * characters.
 */
interface Piece extends Run {
  readonly width: number;
}

/**
 * Wraps a line to several lines of at most `width` cells, dropping spaces at their ends. A word is
 * broken only if it alone is wider than a line. Linear.
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
      // A space at the end of a line can be dropped, unless the cursor is on it.
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

/** Splits a run into pieces: characters, or words if lines are not broken inside them. */
function piecesOf({ text, style }: Run, width: number, rule: BreakRule): Piece[] {
  const pieces = rule === 'words' && isNarrow(text) ? (text.match(/[^ ]+| /g) ?? []) : [text];
  return pieces.flatMap((piece) =>
    piece !== text && piece.length <= width
      ? { text: piece, style, width: piece.length }
      : splitGraphemes(piece).map((own) => ({ text: own, style, width: graphemeWidth(own) })),
  );
}

/** As `wrapLine`; all lines after the first are indented two cells more than it. */
export function wrapHanging(line: Line, width: number): readonly Line[] {
  const text = lineText(line);
  const indent = Math.min(text.length - text.trimStart().length + 2, Math.floor(width / 2));
  if (lineWidth(line) <= width) return [line];
  const [first = [], ...more] = wrapLine(line, width);
  if (more.length === 0) return [first];
  const rest = wrapLine(dropStart(line, lineText(first).length), width - indent);
  return [first, ...rest.map((own) => [plain(' '.repeat(indent)), ...own])];
}

/** A line without its first UTF-16 units, and without the spaces that it would then begin with. */
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

/** Scripts with narrow characters whose words can only be separated with a dictionary. */
const unspaced = new RegExp(`[${dictionarySegmented}]`, 'u');
/** Made when first needed: most runs wrap nothing. */
let words: Intl.Segmenter | undefined;
const wordSegmenter = (): Intl.Segmenter =>
  (words ??= new Intl.Segmenter('und', { granularity: 'word' }));

/** Where, in UTF-16 units of the line, one word of such a script follows another. */
function unspacedWordStarts(line: Line): ReadonlySet<number> {
  const starts = new Set<number>();
  if (!line.some((part) => unspaced.test(part.text))) return starts;
  const text = lineText(line);
  for (const { index, isWordLike } of segmentsOf(text, wordSegmenter())) {
    if (isWordLike === true && index > 0 && unspaced.test(text.slice(index - 1, index + 1)))
      if (!isOpening(text.charAt(index - 1))) starts.add(index);
  }
  return starts;
}

/**
 * Where, in UTF-16 units of the line, a word follows something other than a space or opening
 * punctuation.
 */
function wordStarts(line: Line): ReadonlySet<number> {
  const starts = new Set<number>();
  let offset = 0;
  for (const chunk of lineText(line).split(' ')) {
    // Words of single-width letters are separated by spaces: no need to look anything up.
    if (!isNarrow(chunk)) {
      let open = true;
      for (const { index, segment } of segmentsOf(chunk, wordSegmenter())) {
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
  // A hyphen inside a word, not the one in "[-gone-]".
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
