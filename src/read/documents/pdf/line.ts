/** From pieces to lines of text. */
import {
  asTyped,
  firstOf,
  isIdeographic,
  isLeftToRight,
  isRightToLeft,
  isSpace,
  lastOf,
} from './characters.js';
import { markNote } from './note-numbers.js';
import type { Piece } from './piece.js';
import { inReadingOrder, type LineStart, type Sign } from './visual-order.js';

/** Pieces beside each other. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly x: number;
  /** Where it ends. */
  readonly end: number;
  readonly y: number;
  /** Height of the font that most of it is in. */
  readonly size: number;
  /** That font. */
  readonly font: string;
}

/** Whether a piece stands in a line: on its baseline, or raised or lowered as numbers of notes are. */
function isBeside(line: Pick<Line, 'y' | 'size'>, piece: Piece): boolean {
  const rise = Math.abs(piece.y - line.y);
  const [small, large] = piece.size < line.size ? [piece.size, line.size] : [line.size, piece.size];
  return rise < large * (small < large * 0.9 ? 0.55 : 0.3);
}

/**
 * Lines in the order of the pieces; a new one begins where the next piece is not beside the last.
 *
 * @param gap the space, in heights of the font, from which on what follows is another line
 */
export function toLines(pieces: readonly Piece[], gap: number): Line[] {
  const lines: Line[] = [];
  let open: Piece[] = [];
  let main: Piece | undefined;
  let [from, to] = [0, 0];
  const close = (): void => {
    if (open.length > 0) lines.push(lineOf(open));
    open = [];
    main = undefined;
  };
  for (const piece of pieces) {
    const end = piece.x + piece.width;
    if (
      main &&
      (!isBeside(main, piece) ||
        piece.turn !== main.turn ||
        piece.x - to > gap * main.size ||
        from - end > gap * main.size)
    )
      close();
    [from, to] = open.length === 0 ? [piece.x, end] : [Math.min(from, piece.x), Math.max(to, end)];
    open.push(piece);
    if (!main || piece.size > main.size * 1.15 || main.text.length < 2) main = piece;
  }
  close();
  return lines;
}

/** A line of pieces. */
export function lineOf(pieces: readonly Piece[]): Line {
  const letters = new Map<string, { piece: Piece; count: number }>();
  let most: { piece: Piece; count: number } | undefined;
  for (const piece of pieces) {
    const key = `${piece.size.toFixed(1)} ${piece.font}`;
    const entry = letters.get(key) ?? { piece, count: 0 };
    entry.count += piece.text.length;
    letters.set(key, entry);
    if (!most || entry.count > most.count) most = entry;
  }
  const { y = 0, size = 1, font = '' } = most?.piece ?? {};
  let [x, end] = [Infinity, -Infinity];
  for (const piece of pieces) {
    x = Math.min(x, piece.x);
    end = Math.max(end, piece.x + piece.width);
  }
  return { pieces, x, end, y, size, font };
}

/**
 * The text of a line in reading order.
 *
 * @param start where lines beside it begin, if that is known; only lines with text that is read from the
 *   right depend on it
 */
export function lineText(main: Line, start?: LineStart): string {
  const { pieces } = main;
  const share = shareFromRight(pieces);
  const text =
    share === 0
      ? textFromLeft(pieces, main)
      : textOfBoth(pieces, main, start ?? lineStart(pieces) ?? (share > 0.4 ? 'right' : 'left'));
  return withoutInnerSpaces(asTyped(text).replace(/\s+/g, ' ').trim());
}

/** How much of the text of pieces is read from the right. */
export function shareFromRight(pieces: readonly Piece[]): number {
  let [right, left] = [0, 0];
  for (const { text } of pieces) {
    if (isRightToLeft(text)) right += text.length;
    else if (isLeftToRight(text)) left += text.length;
  }
  return right === 0 ? 0 : right / (right + left);
}

function textFromLeft(pieces: readonly Piece[], main: Line): string {
  let text = '';
  let before: Piece | undefined;
  for (const piece of fromLeft(pieces)) {
    if (
      before &&
      hasSpace(before, piece, gapBetween(before, piece)) &&
      !/\s$/.test(text) &&
      !/^\s/.test(piece.text)
    )
      text += ' ';
    text += isNoteNumber(piece, main) ? markNote(piece.text.trim()) : piece.text;
    before = piece;
  }
  return text;
}

/** A line with text of both directions: its signs as they stand, then in the order in which they are read. */
function textOfBoth(pieces: readonly Piece[], main: Line, start: LineStart): string {
  const signs: Sign[] = [];
  let before: Piece | undefined;
  for (const piece of [...pieces].sort((a, b) => a.x + a.width / 2 - (b.x + b.width / 2))) {
    if (before && hasSpace(before, piece, piece.x - before.x - before.width))
      signs.push({ text: ' ', isExact: false });
    if (isNoteNumber(piece, main)) signs.push({ text: markNote(piece.text.trim()), isExact: true });
    else if (piece.isExact) signs.push({ text: piece.text, isExact: true });
    else for (const text of piece.text) signs.push({ text, isExact: false });
    before = piece;
  }
  return inReadingOrder(signs, start);
}

/** Whether the outer sign of a piece ends a sentence; of text in reading order, only the whole piece tells. */
function endsAt(piece: Piece | undefined, outerOf: (text: string) => string): boolean {
  if (!piece) return false;
  const text = piece.text.trim();
  return sentenceMark.test(piece.isExact ? text : outerOf(text));
}

// Those of Arabic and Hebrew stand with their text, wherever the line begins.
const sentenceMark = /^[.!?…]+$/u;

/** Where a line begins, by the mark at its other end that ends its sentence; undefined if none does. */
export function lineStart(pieces: readonly Piece[]): LineStart | undefined {
  let [leftmost, rightmost] = [pieces[0], pieces[0]];
  for (const piece of pieces) {
    if (isSpace(piece.text)) continue;
    if (!leftmost || piece.x < leftmost.x) leftmost = piece;
    if (!rightmost || piece.x + piece.width > rightmost.x + rightmost.width) rightmost = piece;
  }
  const atLeft = endsAt(leftmost, firstOf);
  const atRight = endsAt(rightmost, lastOf);
  if (atLeft === atRight) return undefined;
  return atLeft ? 'right' : 'left';
}

const noteNumber = /^\s*(?:\p{Nd}{1,3}|[*†‡§]{1,3})\s*$/u;

/** A small number or sign that stands above the line. */
const isNoteNumber = ({ text, size, y }: Piece, main: Line): boolean =>
  size < main.size * 0.85 && y > main.y + main.size * 0.12 && noteNumber.test(text);

/** Justified lines of Chinese and Japanese have gaps that look like spaces. */
function withoutInnerSpaces(text: string): string {
  if (!text.includes(' ') || !isIdeographic(text)) return text;
  return text.replace(/(\S) (?=(\S))/gu, (whole, before: string, after: string) =>
    isIdeographic(before) && isIdeographic(after) ? before : whole,
  );
}

const gapBetween = (before: Piece, piece: Piece): number =>
  piece.x >= before.x ? piece.x - before.x - before.width : before.x - piece.x - piece.width;

function hasSpace(before: Piece, piece: Piece, gap: number): boolean {
  const size = Math.min(before.size, piece.size);
  // Where every letter is placed by itself, the space is what the page's own order says.
  if (gap > size * 0.2) {
    const [last, first] = [lastOf(before.text), firstOf(piece.text)];
    if (!isIdeographic(last) && !isIdeographic(first)) return true;
    // Typesetting keeps letters and digits of other writing apart from these; after a sign, the space was typed.
    const isTyped =
      piece.spaceBefore && /^[^\p{L}\p{Nd}]/u.test(isIdeographic(first) ? last : first);
    return gap > size || (isTyped && isIdeographic(last) !== isIdeographic(first));
  }
  return (piece.spaceBefore || (before.spaceBefore && before.x > piece.x)) && gap > size * 0.08;
}

/** As drawn, unless parts were drawn out of their order. */
function fromLeft(pieces: readonly Piece[]): readonly Piece[] {
  const isMixed = pieces.some((piece, index) => {
    const before = pieces[index - 1];
    return before !== undefined && piece.x < before.x - piece.size;
  });
  return isMixed ? [...pieces].sort((a, b) => a.x - b.x) : pieces;
}
