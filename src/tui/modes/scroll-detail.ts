/** Scrolling the detail pane; it stops at either end, so that scrolling back works at once. */
import { composeDetail } from '../compose/detail/compose-detail.js';
import { detailWindow } from '../compose/detail/detail-window.js';
import { measuringTheme } from '../theme/theme.js';
import { layoutOf, selectedRow } from '../view/selection.js';
import type { View } from '../view/view-state.js';

/** The view with its detail pane scrolled down by some lines; up if the number is negative. */
export function scrollDetail(view: View, lines: number): View {
  const row = selectedRow(view);
  if (row === undefined) return view;
  const height = layoutOf(view).detailLines - 1;
  const detail = composeDetail(view, row, measuringTheme);
  const { top, rest, lowest } = detailWindow(detail, height, view.detailTop);
  return { ...view, detailTop: Math.max(0, Math.min(top + lines, lowest)) - rest };
}
