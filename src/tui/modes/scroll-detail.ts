/** Scrolling the detail pane; it stops at either end, so that no key is ever lost beyond it. */
import { composeDetail } from '../compose/detail/compose-detail.js';
import { detailWindow } from '../compose/detail/detail-window.js';
import { makeTheme } from '../theme/theme.js';
import { layoutOf, selectedRow, type View } from '../view/view-state.js';

/** For counting lines, any theme will do. */
const measuring = makeTheme({ color: false, ascii: false });

/** The view with its detail pane some lines further down, or up for negative numbers. */
export function scrollDetail(view: View, lines: number): View {
  const row = selectedRow(view);
  if (row === undefined) return view;
  const height = layoutOf(view).detailLines - 1;
  const { top, rest, lowest } = detailWindow(
    composeDetail(view, row, measuring),
    height,
    view.detailTop,
  );
  return { ...view, detailTop: Math.max(0, Math.min(top + lines, lowest)) - rest };
}
