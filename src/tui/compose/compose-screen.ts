/** Makes the whole screen, as lines of text, from a view alone. */
import { plain, run, truncateLine, type Line } from '../../terminal/line.js';
import { paintLine, type Theme } from '../theme/theme.js';
import { keyHint } from '../view/keymap.js';
import { minimum, type Layout } from '../view/layout.js';
import { layoutOf, nothingShown, selectedRow, shownRows } from '../view/selection.js';
import type { PageMode, View } from '../view/view-state.js';
import { composeFooter } from './compose-footer.js';
import { composeHints } from './compose-hints.js';
import { composeTitle } from './compose-title.js';
import { composeDetail } from './detail/compose-detail.js';
import { composeRule } from './detail/compose-rule.js';
import { detailWindow, type Detail } from './detail/detail-window.js';
import { composeHeading, composeList } from './list/compose-list.js';
import { pageHeight, pageLines } from './pages/page.js';

/** The screen: at most `rows - 1` lines, none wider than `columns`, with only text and colours. */
export function composeScreen(view: View, theme: Theme): string[] {
  const { lines, tooSmall } = layoutOf(view);
  if (tooSmall) {
    const text = `terminal too small: ${view.columns}x${view.rows}, needs ${minimum.columns}x${minimum.rows}`;
    return [paintLine(truncateLine([plain(text)], view.columns), theme)];
  }
  const { mode } = view;
  const isPage = mode.type === 'page' || mode.type === 'help';
  const screen = isPage ? composePage(view, mode, lines, theme) : composeMain(view, theme);
  return screen.slice(0, lines);
}

/** Paints a line, truncated if it is wider than the screen. */
function fit(line: Line, view: View, theme: Theme): string {
  return paintLine(truncateLine(line, view.columns - 1, theme.symbols.ellipsis), theme);
}

function composeMain(view: View, theme: Theme): string[] {
  const layout = layoutOf(view);
  return [
    fit(composeTitle(view), view, theme),
    fit(composeHeading(view, layout, theme), view, theme),
    ...composeRows(view, layout, theme),
    ...composePane(view, layout.detailLines, theme),
    ...composeFooter(view, theme).map((line) => fit(line, view, theme)),
  ];
}

/** The list, or why it is empty. */
function composeRows(view: View, layout: Layout, theme: Theme): string[] {
  const rows = shownRows(view);
  if (rows.length > 0 || layout.listLines === 0) return composeList(view, rows, layout, theme);
  const none = fit([run(`  ${nothingShown(view)}`)], view, theme);
  return [none, ...Array<string>(layout.listLines - 1).fill('')];
}

/** The detail pane under its rule, `lines` lines in all; none if the list takes the whole screen. */
function composePane(view: View, lines: number, theme: Theme): string[] {
  if (lines === 0) return [];
  const height = lines - 1;
  const row = selectedRow(view);
  const detail: Detail =
    row === undefined ? { lines: [], focus: [0, 0] } : composeDetail(view, row, theme);
  const all = detail.lines.length;
  const { top, lowest } = detailWindow(detail, height, view.detailTop);
  const shown = `lines ${top + 1}-${Math.min(all, top + height)} of ${all}`;
  const inSight = lowest === 0 ? '' : `${shown} (${keyHint(view.keymap, 'detailDown')})`;
  const pane = Array.from({ length: height }, (_, index) => detail.lines[top + index] ?? []);
  return [composeRule(view, theme, inSight), ...pane].map((line) => fit(line, view, theme));
}

/** A page with its title and hints, `height` lines in all. */
function composePage(view: View, mode: PageMode, height: number, theme: Theme): string[] {
  const title = mode.type === 'help' ? 'Keys' : mode.title;
  const lines = pageLines(view, mode, theme);
  const room = pageHeight(view);
  const top = Math.max(0, Math.min(mode.top, lines.length - room));
  const body = lines.slice(top, top + room);
  const last = Math.min(lines.length, top + room);
  const where = lines.length > room ? `   ${top + 1}-${last} of ${lines.length}` : '';
  return [
    fit([run(` ${title} `, 'inverse'), run(where, 'dim')], view, theme),
    '',
    ...body.map((line) => fit(line, view, theme)),
    ...Array<string>(Math.max(0, height - 3 - body.length)).fill(''),
    fit(composeHints(view, view.columns - 2), view, theme),
  ];
}
