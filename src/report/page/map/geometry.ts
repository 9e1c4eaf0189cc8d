/** Where the links of two columns stand on their map. */
import type { PageColumn, PageMap, PageRow } from '../../data/page-data.js';
import { cellRange, rowLevel, type PageLevel } from '../../data/row-facts.js';

/** A link on the map: the sentences on both sides, and its row. */
export interface MapBead {
  /** Index of the row. */
  readonly row: number;
  readonly a: readonly [from: number, to: number];
  readonly b: readonly [from: number, to: number];
  readonly confidence: number;
  readonly level: PageLevel;
  readonly rejected: boolean;
}

/** The part of the map that is shown, in sentences: a link of sentence n lies from n - 1 to n. */
export interface MapWindow {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The links of two columns, in the order of the first. */
export function mapBeads(rows: readonly PageRow[], { a, b }: PageMap): MapBead[] {
  const beads = rows.flatMap((row, index): MapBead[] => {
    const left = cellRange(row.cells[a]);
    const right = cellRange(row.cells[b]);
    if (left === null || right === null) return [];
    return [
      {
        row: index,
        a: left,
        b: right,
        confidence: row.confidence,
        level: rowLevel(row),
        rejected: row.status === 'rejected',
      },
    ];
  });
  return beads.sort((x, y) => x.a[0] - y.a[0]);
}

/** The whole map. */
export function wholeWindow(columns: readonly PageColumn[], { a, b }: PageMap): MapWindow {
  const width = Math.max(1, columns[a]?.sentences ?? 1);
  const height = Math.max(1, columns[b]?.sentences ?? 1);
  return { left: 0, right: width, top: 0, bottom: height };
}

/** The middle of a link. */
export function beadCentre({ a, b }: MapBead): readonly [x: number, y: number] {
  return [(a[0] - 1 + a[1]) / 2, (b[0] - 1 + b[1]) / 2];
}

/** No window shows fewer sentences than this. */
const least = 4;

/** A window of another size around a point, within the whole. */
export function zoomed(
  window: MapWindow,
  whole: MapWindow,
  factor: number,
  [x, y]: readonly [x: number, y: number],
): MapWindow {
  const width = Math.min(whole.right, Math.max(least, (window.right - window.left) * factor));
  const height = Math.min(whole.bottom, Math.max(least, (window.bottom - window.top) * factor));
  return within(
    { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 },
    whole,
  );
}

/** The window moved so that it lies within the whole. */
export function within(window: MapWindow, whole: MapWindow): MapWindow {
  const width = Math.min(whole.right, Math.max(least, window.right - window.left));
  const height = Math.min(whole.bottom, Math.max(least, window.bottom - window.top));
  const left = Math.max(0, Math.min(window.left, whole.right - width));
  const top = Math.max(0, Math.min(window.top, whole.bottom - height));
  return { left, right: left + width, top, bottom: top + height };
}

/**
 * The link nearest to a point, within a distance; both in the units of the screen.
 *
 * @param scale pixels per sentence, across and down
 */
export function nearestBead(
  beads: readonly MapBead[],
  [x, y]: readonly [x: number, y: number],
  scale: readonly [across: number, down: number],
  reach: number,
): MapBead | null {
  let nearest: MapBead | null = null;
  let best = reach;
  for (const bead of beads) {
    const [beadX, beadY] = beadCentre(bead);
    const distance = Math.hypot((beadX - x) * scale[0], (beadY - y) * scale[1]);
    if (distance >= best) continue;
    best = distance;
    nearest = bead;
  }
  return nearest;
}
