/** On which side lines begin that hold text of both directions: what their neighbours show together. */
import { lineStart, shareFromRight, type Line } from './line.js';
import type { Piece } from './piece.js';
import type { LineStart } from './visual-order.js';

/** Distances of lines, in heights of the font, from which on another paragraph begins. */
const wideDistance = 1.7;
/** Paragraphs whose lines leave less room, in widths, on one side than on the other say nothing. */
const fewest = 0.3;
/** The share of a column's marks that must be at one side to speak for all of its paragraphs. */
const mostlyOneSide = 0.6;
/** A share of the width: lines that keep more away from both sides are centred. */
const mostInset = 0.05;

/**
 * For every line of a column where it begins, as far as that can be known: by the marks that end sentences, with
 * which no line begins; else by the room that the ends of paragraphs leave.
 */
export function lineStarts(lines: readonly Line[]): (LineStart | undefined)[] {
  const hasRight = lines.map(({ pieces }) => shareFromRight(pieces) > 0);
  if (!hasRight.includes(true)) return lines.map(() => undefined);
  let [left, right] = [Infinity, -Infinity];
  for (const { x, end } of lines) [left, right] = [Math.min(left, x), Math.max(right, end)];
  const marks = lines.map(({ pieces }, index) => (hasRight[index] ? markOf(pieces) : 0));
  const places = lines.map((line, index) => (hasRight[index] ? placeOf(line, left, right) : 0));
  const allMarks = sum(marks);
  const areMarksAlike = Math.abs(allMarks) >= marks.filter(Boolean).length * mostlyOneSide;
  const starts: (LineStart | undefined)[] = [];
  for (let from = 0; from < lines.length;) {
    let to = from + 1;
    while (to < lines.length && isNext(lines[to - 1], lines[to])) to++;
    const place = sum(places.slice(from, to));
    const vote =
      sum(marks.slice(from, to)) ||
      (areMarksAlike ? allMarks : 0) ||
      (Math.abs(place) >= fewest ? place : sum(places));
    const start = vote === 0 ? undefined : vote > 0 ? 'right' : 'left';
    starts.push(...lines.slice(from, to).map(() => start));
    from = to;
  }
  return starts;
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** 1 where a mark shows that the line begins at the right, -1 for the left. */
function markOf(pieces: readonly Piece[]): number {
  const side = lineStart(pieces);
  return side === undefined ? 0 : side === 'right' ? 1 : -1;
}

/** How much more room a line leaves at its left, in widths of the column. */
function placeOf({ x, end }: Line, left: number, right: number): number {
  const width = Math.max(1, right - left);
  const [atLeft, atRight] = [(x - left) / width, (right - end) / width];
  return Math.min(atLeft, atRight) > mostInset ? 0 : atLeft - atRight;
}

function isNext(before: Line | undefined, line: Line | undefined): boolean {
  if (!before || !line) return false;
  const distance = before.y - line.y;
  return distance > 0 && distance < wideDistance * Math.max(before.size, line.size);
}
