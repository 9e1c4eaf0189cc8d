/** Where everything stands on the screen: a pure function of its size. */

/** How the space below the title is shared: from the list alone to the detail pane alone. */
export const detailShares = [0, 0.35, 0.5, 0.65, 1] as const;

/** Index into `detailShares` to begin with: on a high screen a third is enough to read a row. */
export function defaultDetail(rows: number): number {
  return rows >= 30 ? 1 : 2;
}

/** Sizes in cells and lines; the whole is one line lower than the screen (Ink scrolls otherwise). */
export interface Layout {
  readonly columns: number;
  readonly lines: number;
  /** Too small to show anything but that. */
  readonly tooSmall: boolean;
  readonly listLines: number;
  /** The line above the detail pane included. */
  readonly detailLines: number;
  /** Width of each text column of the list, and which streams are shown. */
  readonly textWidth: number;
  readonly shown: readonly number[];
}

/** From this many columns on the detail pane has room for texts beside each other. */
export const wideColumns = 120;

/** From this many columns on the list has. */
const pairColumns = 80;

/** Smallest screen that is any use. */
export const minimum = { columns: 60, rows: 12 };

/** Cells for the type of a row ("1-2-1"); on a narrow screen many columns must do with less. */
export function typeWidth(columns: number, streams: number): number {
  return Math.max(4, Math.min(columns >= wideColumns ? 19 : 9, 2 * streams - 1));
}

/** Cells for the number of a row, up to the highest there is. */
export function numberWidth(highest: number): number {
  return Math.max(4, String(highest).length);
}

/** Narrowest useful text column. */
const narrowest = 18;

/** What a layout follows from. */
export interface Geometry {
  /** Size of the terminal. */
  readonly columns: number;
  readonly rows: number;
  /** Columns of the review, and which of them is active. */
  readonly streams: number;
  readonly active: number;
  /** Rows of the review; a short one leaves its lines to the detail pane. */
  readonly count: number;
  /** Highest number that a row of the review has. */
  readonly highest: number;
  /** Index into `detailShares`; null goes by the height. */
  readonly detail: number | null;
}

/** The layout of a screen. */
export function layout(geometry: Geometry): Layout {
  const { columns, rows, streams, active, count: total, highest } = geometry;
  const detail = geometry.detail ?? defaultDetail(rows);
  const lines = Math.max(1, rows - 1);
  const tooSmall = columns < minimum.columns || rows < minimum.rows;
  // Title, heading of the list, progress, hints.
  const free = Math.max(0, lines - 4);
  const share = detailShares[detail] ?? 0.5;
  const wanted = share === 1 ? free : Math.min(free, Math.round(free * share));
  const detailLines = wanted === 0 ? 0 : Math.max(wanted, free - Math.max(1, total));
  // Marks, number, type, confidence and signs, with blanks between.
  const gutter = 2 + numberWidth(highest) + 1 + typeWidth(columns, streams) + 1 + 4 + 1 + 5 + 1;
  // Two cells stay free at the right edge, where terminals and we may count differently.
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

/** First line to show of a list, so that the selected one is in sight with a margin. */
export function scrollTo(top: number, selected: number, height: number, count: number): number {
  if (height <= 0) return 0;
  const margin = Math.min(2, Math.floor((height - 1) / 2));
  const lowest = selected - height + 1 + margin;
  const highest = selected - margin;
  const wanted = Math.min(Math.max(top, lowest), highest);
  return Math.max(0, Math.min(wanted, count - height));
}
