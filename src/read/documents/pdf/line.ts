/** From pieces to lines of text. */
import {
  asTyped,
  firstOf,
  isIdeographic,
  isLeftToRight,
  isRightToLeft,
  isSpace,
  lastOf,
  reversed,
} from './characters.js';
import { markNote } from './note-numbers.js';
import type { Piece } from './piece.js';

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

/** The text of a line in reading order. */
export function lineText(main: Line): string {
  const { pieces } = main;
  let right = 0;
  let left = 0;
  for (const { text } of pieces) {
    if (isRightToLeft(text)) right += text.length;
    else if (isLeftToRight(text)) left += text.length;
  }
  const runsRight =
    right > 0 && (endOf(pieces) ?? (right * 1.5 > left ? 'left' : 'right')) === 'left';
  const ordered = runsRight ? fromRight(pieces) : fromLeft(pieces);
  const gapOf = left > 0 && right > 0 ? gapsBetweenRuns(pieces, runsRight) : gapBetween;
  let text = '';
  let before: Piece | undefined;
  for (const piece of ordered) {
    if (
      before &&
      hasSpace(before, piece, gapOf(before, piece)) &&
      !/\s$/.test(text) &&
      !/^\s/.test(piece.text)
    )
      text += ' ';
    text += isNoteNumber(piece, main) ? markNote(piece.text.trim()) : piece.text;
    before = piece;
  }
  return withoutInnerSpaces(asTyped(text).replace(/\s+/g, ' ').trim());
}

const sentenceMark = /^[.!?؟۔…]+$/u;

/** On which side of a line of both directions the mark stands that ends its sentence; undefined if none does. */
function endOf(pieces: readonly Piece[]): 'left' | 'right' | undefined {
  let [leftmost, rightmost] = [pieces[0], pieces[0]];
  for (const piece of pieces) {
    if (isSpace(piece.text)) continue;
    if (!leftmost || piece.x < leftmost.x) leftmost = piece;
    if (!rightmost || piece.x + piece.width > rightmost.x + rightmost.width) rightmost = piece;
  }
  const atLeft = leftmost !== undefined && sentenceMark.test(leftmost.text.trim());
  const atRight = rightmost !== undefined && sentenceMark.test(rightmost.text.trim());
  if (atLeft === atRight) return undefined;
  return atLeft ? 'left' : 'right';
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

/**
 * The gaps of a line of both directions: where one begins or ends, pieces that are read one after the other
 * don't stand beside each other, and what counts is the gap at the run's edge.
 */
function gapsBetweenRuns(
  pieces: readonly Piece[],
  runsRight: boolean,
): (before: Piece, piece: Piece) => number {
  const placed = [...pieces].sort((a, b) => a.x - b.x);
  const places = new Map(placed.map(({ x }, place) => [x, place]));
  const ahead = runsRight ? -1 : 1;
  return (before, piece) => {
    const [from, to] = [places.get(before.x) ?? 0, places.get(piece.x) ?? 0];
    if (Math.abs(from - to) <= 1) return gapBetween(before, piece);
    const isEntered = runsRight ? isLeftToRight(piece.text) : isRightToLeft(piece.text);
    const beside = placed[isEntered ? from + ahead : to - ahead];
    return beside ? gapBetween(beside, isEntered ? before : piece) : gapBetween(before, piece);
  };
}

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
  if (!isMixed)
    return pieces.some(({ text }) => isRightToLeft(text)) ? insertRight(pieces) : pieces;
  return insertRight([...pieces].sort((a, b) => a.x - b.x));
}

/** A line from left to right with words in it that are read from right to left. */
function insertRight(pieces: readonly Piece[]): readonly Piece[] {
  return turnRuns(pieces, ({ text }) => isRightToLeft(text));
}

/** A line from right to left; words and numbers in it that are read from left to right stay so. */
function fromRight(pieces: readonly Piece[]): readonly Piece[] {
  const sorted = [...pieces].sort((a, b) => b.x + b.width / 2 - (a.x + a.width / 2));
  return turnRuns(sorted, ({ text }) => isLeftToRight(text)).map((piece) =>
    piece.isExact || isRightToLeft(piece.text) || isLeftToRight(piece.text)
      ? piece
      : { ...piece, text: reversed(piece.text) },
  );
}

/** Turns runs of what goes against the line, with the signs between them. */
function turnRuns(pieces: readonly Piece[], isAgainst: (piece: Piece) => boolean): Piece[] {
  const turned: Piece[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece) break;
    if (!isAgainst(piece)) {
      turned.push(piece);
      continue;
    }
    let last = at;
    for (let next = at + 1; next < pieces.length; next++) {
      const other = pieces[next];
      if (!other) break;
      if (isAgainst(other)) last = next;
      else if (isLeftToRight(other.text) || isRightToLeft(other.text) || isSpace(other.text)) break;
    }
    turned.push(...pieces.slice(at, last + 1).reverse());
    at = last;
  }
  return turned;
}
