/** Which part of the detail pane is in sight. */
import type { Line } from '../../../terminal/line.js';

/** The detail pane's lines, and those among them that must be in sight: first and last. */
export interface Detail {
  readonly lines: readonly Line[];
  readonly focus: readonly [number, number];
}

/** Which lines of the pane are in sight: `top` as the person scrolled it, from where it stands by itself. */
export interface DetailWindow {
  readonly top: number;
  /** Where it stands unscrolled: what the keyboard works on is in sight. */
  readonly rest: number;
  readonly lowest: number;
}

/** The window of `height` lines; scrolling beyond either end stops there. */
export function detailWindow(
  { lines, focus: [first, last] }: Detail,
  height: number,
  scrolled: number,
): DetailWindow {
  const lowest = Math.max(0, lines.length - height);
  // The beginning of what is in focus counts more than its end.
  const rest = Math.min(lowest, Math.max(0, Math.min(last - height + 1, first)));
  return { rest, lowest, top: Math.max(0, Math.min(rest + scrolled, lowest)) };
}
