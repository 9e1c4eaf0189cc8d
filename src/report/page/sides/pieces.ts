/** Two texts side by side, each in its own order, and how one follows the other. */
import type { PageCell, PageMap, PageRow } from '../../data/page-data.js';
import type { Items } from '../model/items.js';

/** One text of a row, where it stands in its source. */
export interface Piece {
  /** Index of the row. */
  readonly row: number;
  readonly cell: PageCell;
}

/** One of the two texts. */
export interface Side {
  readonly column: number;
  readonly pieces: readonly Piece[];
  /** The place of a row's piece, by the row's index; -1 if it has none. */
  readonly placeOf: Int32Array;
}

/** Both texts. */
export interface Sides {
  readonly a: Side;
  readonly b: Side;
}

/** The listed rows as two texts; folded noise is left out. */
export function bothSides(rows: readonly PageRow[], items: Items, { a, b }: PageMap): Sides {
  const listed = [...items.first].filter((index) => !items.folds.has(index));
  return { a: sideOf(rows, listed, a), b: sideOf(rows, listed, b) };
}

function sideOf(rows: readonly PageRow[], listed: readonly number[], column: number): Side {
  const pieces = listed.flatMap((row): Piece[] => {
    const cell = rows[row]?.cells[column];
    return cell ? [{ row, cell }] : [];
  });
  pieces.sort((x, y) => (x.cell.at[0] ?? 0) - (y.cell.at[0] ?? 0));
  const placeOf = new Int32Array(rows.length).fill(-1);
  pieces.forEach(({ row }, place) => (placeOf[row] = place));
  return { column, pieces, placeOf };
}

/** For each piece of one side the nearest one at or before it, and at or after it, that leads the other along. */
export interface Anchors {
  /** Places in the same side; -1 if there is none. */
  readonly before: Int32Array;
  readonly after: Int32Array;
}

/** The pieces that lead: those with a partner, without the moved ones, which would make the other side jump. */
export function anchorsOf(rows: readonly PageRow[], side: Side, other: Side): Anchors {
  const { pieces } = side;
  const leads = ({ row }: Piece) => (other.placeOf[row] ?? -1) >= 0 && rows[row]?.crossing !== true;
  const before = new Int32Array(pieces.length);
  const after = new Int32Array(pieces.length);
  let last = -1;
  pieces.forEach((piece, place) => {
    if (leads(piece)) last = place;
    before[place] = last;
  });
  last = -1;
  for (let place = pieces.length - 1; place >= 0; place--) {
    const piece = pieces[place];
    if (piece && leads(piece)) last = place;
    after[place] = last;
  }
  return { before, after };
}

/** Where the lines of a side begin, and which line is at a height. */
export interface Heights {
  offset(place: number): number;
  placeAt(height: number): number;
}

/** The height in the other side that belongs to a height in this one: between partners it is interpolated. */
export function followHeight(
  height: number,
  side: Side,
  heights: Heights,
  other: Side,
  otherHeights: Heights,
  anchors: Anchors,
): number {
  const place = heights.placeAt(height);
  const before = anchors.before[place] ?? -1;
  const after = anchors.after[place] ?? -1;
  const partner = (anchor: number) => other.placeOf[side.pieces[anchor]?.row ?? -1] ?? 0;
  if (before === place) {
    const [top, bottom] = [heights.offset(place), heights.offset(place + 1)];
    const own = partner(place);
    const [start, end] = [otherHeights.offset(own), otherHeights.offset(own + 1)];
    return start + ((height - top) / Math.max(1, bottom - top)) * (end - start);
  }
  const top = before < 0 ? 0 : heights.offset(before + 1);
  const start = before < 0 ? 0 : otherHeights.offset(partner(before) + 1);
  const bottom = heights.offset(after < 0 ? side.pieces.length : after);
  const end = otherHeights.offset(after < 0 ? other.pieces.length : partner(after));
  return start + ((height - top) / Math.max(1, bottom - top)) * (end - start);
}
