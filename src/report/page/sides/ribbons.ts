/** The bands that join the pieces of a row across the gap between two texts. */
import type { PageRow } from '../../data/page-data.js';
import { rowLevel } from '../../data/row-facts.js';
import type { Heights, Side } from './pieces.js';

/** A band: its row, its classes and its outline. */
export interface Ribbon {
  readonly row: number;
  readonly level: string;
  readonly crossing: boolean;
  readonly path: string;
}

/** One side as it is scrolled. */
export interface Scrolled {
  readonly side: Side;
  readonly heights: Heights;
  /** How far it is scrolled. */
  readonly top: number;
}

/** Distance of the bands from each other, in pixels. */
const gap = 3;

/** The bands that touch what is in sight of either side. */
export function ribbonsInSight(
  rows: readonly PageRow[],
  a: Scrolled,
  b: Scrolled,
  width: number,
  height: number,
): Ribbon[] {
  const inSight = new Set<number>();
  for (const { side, heights, top } of [a, b]) {
    const last = heights.placeAt(top + height);
    for (let place = heights.placeAt(top); place <= last; place++) {
      const piece = side.pieces[place];
      if (piece) inSight.add(piece.row);
    }
  }
  return [...inSight].flatMap((row): Ribbon[] => {
    const own = rows[row];
    const left = extent(a, row);
    const right = extent(b, row);
    if (!own || left === null || right === null || own.status === 'rejected') return [];
    const path = outline(left, right, width);
    return [{ row, level: rowLevel(own), crossing: own.crossing === true, path }];
  });
}

function extent(
  { side, heights, top }: Scrolled,
  row: number,
): readonly [from: number, to: number] | null {
  const place = side.placeOf[row] ?? -1;
  if (place < 0) return null;
  return [heights.offset(place) - top + gap, heights.offset(place + 1) - top - gap];
}

function outline(
  left: readonly [number, number],
  right: readonly [number, number],
  width: number,
): string {
  const [a, b, c, d] = [...left, ...right].map((value) => value.toFixed(1));
  const middle = width / 2;
  return `M0 ${a}C${middle} ${a} ${middle} ${c} ${width} ${c}V${d}C${middle} ${d} ${middle} ${b} 0 ${b}Z`;
}
