/** What a page over the list shows on a screen of a given size. */
import { besideLabel } from '../../../terminal/beside-label.js';
import { lineWidth, type Line } from '../../../terminal/line.js';
import { wrapHanging } from '../../../terminal/wrap-line.js';
import type { Theme } from '../../theme/theme.js';
import type { PageLine } from '../../view/page-line.js';
import { layoutOf } from '../../view/selection.js';
import type { PageMode, View } from '../../view/view-state.js';
import { composeHelp } from './compose-help.js';

/** All lines of a page, wrapped to the screen's width. */
export function pageLines(
  { columns, keymap }: View,
  mode: PageMode,
  theme: Pick<Theme, 'bidi' | 'symbols'>,
): readonly Line[] {
  const width = Math.max(20, columns - 3);
  return mode.type === 'help'
    ? composeHelp(keymap, width, theme)
    : wrapPage(mode.lines, width, theme);
}

/** How many lines of a page are visible: the screen's lines minus title, blank line and hints. */
export function pageHeight(view: View): number {
  return Math.max(1, layoutOf(view).lines - 3);
}

/** The lines of a page, wrapped to `width` cells. */
export function wrapPage(
  lines: readonly PageLine[],
  width: number,
  { bidi }: Pick<Theme, 'bidi'>,
): readonly Line[] {
  return lines.flatMap(({ label, text, rightToLeft = false }) =>
    label === undefined
      ? wrapHanging(text, width)
      : besideLabel(label, text, width, { labelWidth: lineWidth(label), rightToLeft, bidi }),
  );
}
