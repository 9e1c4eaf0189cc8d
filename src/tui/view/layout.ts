/** Where everything goes on the screen: a pure function of its size. */

/** The detail pane's share of the space below the title: from none of it to all of it. */
export const detailShares = [0, 0.35, 0.5, 0.65, 1] as const;

/** Initial index into `detailShares`: on a tall screen, a third is enough to read a row. */
export function defaultDetail(rows: number): number {
  return rows >= 30 ? 1 : 2;
}

/** Sizes in cells and lines; the total is one line less than the screen (otherwise Ink scrolls). */
export interface Layout {
  readonly columns: number;
  readonly lines: number;
  /** Too small to show anything but a message saying so. */
  readonly tooSmall: boolean;
  readonly listLines: number;
  /** Including the line above the detail pane. */
  readonly detailLines: number;
  /** Width of each text column of the list. */
  readonly textWidth: number;
  /** The streams that are shown. */
  readonly shown: readonly number[];
}

/** From this width on, the detail pane has room for two texts side by side. */
export const wideColumns = 120;

/** From this width on, the list has room for them. */
const pairColumns = 80;

/** The smallest usable screen. */
export const minimum = { columns: 60, rows: 12 };

/** Cells for the type of a row ("1-2-1"); narrow screens limit it more. */
export function typeWidth(columns: number, streams: number): number {
  return Math.max(4, Math.min(columns >= wideColumns ? 19 : 9, 2 * streams - 1));
}

/** Cells for row numbers up to the highest one. */
export function numberWidth(highest: number): number {
  return Math.max(4, String(highest).length);
}

/** The narrowest useful text column. */
const narrowest = 18;

/** What a layout depends on. */
export interface Geometry {
  /** Size of the terminal. */
  readonly columns: number;
  readonly rows: number;
  /** Number of the review's columns, and the index of the active one. */
  readonly streams: number;
  readonly active: number;
  /** Number of the review's rows; if they are few, the detail pane gets the spare lines. */
  readonly count: number;
  /** The highest row number in the review. */
  readonly highest: number;
  /** Index into `detailShares`; null lets the height decide. */
  readonly detail: number | null;
}

/** The layout of a screen. */
export function layout(geometry: Geometry): Layout {
  const { columns, rows, streams, active, count: total, highest } = geometry;
  const detail = geometry.detail ?? defaultDetail(rows);
  const lines = Math.max(1, rows - 1);
  const tooSmall = columns < minimum.columns || rows < minimum.rows;
  // Four lines are taken: title, heading of the list, progress, hints.
  const free = Math.max(0, lines - 4);
  const share = detailShares[detail] ?? 0.5;
  const wanted = share === 1 ? free : Math.min(free, Math.round(free * share));
  const detailLines = wanted === 0 ? 0 : Math.max(wanted, free - Math.max(1, total));
  // Marks, number, type, confidence and signs, with spaces between.
  const gutter = 2 + numberWidth(highest) + 1 + typeWidth(columns, streams) + 1 + 4 + 1 + 5 + 1;
  // Two cells stay free at the right edge: the terminal may count widths differently.
  const room = columns - gutter - 2;
  const fitting = Math.max(1, Math.floor((room + 3) / (narrowest + 3)));
  const count = Math.min(streams, columns >= pairColumns ? fitting : 1);
  const start = Math.max(0, Math.min(streams - count, active - Math.floor(count / 2)));
  return {
    columns,
    lines,
    tooSmall,
    listLines: free - detailLines,
    detailLines,
    textWidth: count === 0 ? room : Math.floor((room - 3 * (count - 1)) / count),
    shown: Array.from({ length: count }, (_, index) => start + index),
  };
}

/** The first line of a list to show so that the selected one is visible, with a margin. */
export function scrollTo(top: number, selected: number, height: number, count: number): number {
  if (height <= 0) return 0;
  const margin = Math.min(2, Math.floor((height - 1) / 2));
  const lowest = selected - height + 1 + margin;
  const highest = selected - margin;
  const wanted = Math.min(Math.max(top, lowest), highest);
  return Math.max(0, Math.min(wanted, count - height));
}
