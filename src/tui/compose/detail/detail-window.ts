/** Which part of the detail pane is visible. */
import type { Line } from '../../../terminal/line.js';

/** The detail pane's lines, and the first and last line that must be visible. */
export interface Detail {
  readonly lines: readonly Line[];
  readonly focus: readonly [number, number];
}

/** The visible part of the pane. */
export interface DetailWindow {
  /** Its first line, after scrolling. */
  readonly top: number;
  /** Its first line before scrolling; shows what the keys act on. */
  readonly rest: number;
  readonly lowest: number;
}

/** The window of `height` lines; scrolling stops at either end. */
export function detailWindow(
  { lines, focus: [first, last] }: Detail,
  height: number,
  scrolled: number,
): DetailWindow {
  const lowest = Math.max(0, lines.length - height);
  // If the focus doesn't fit, show its start.
  const rest = Math.min(lowest, Math.max(0, Math.min(last - height + 1, first)));
  return { rest, lowest, top: Math.max(0, Math.min(rest + scrolled, lowest)) };
}
