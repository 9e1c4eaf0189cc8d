/** Pages over the list (help, why this row, previews): scrolling, closing, doing what they preview. */
import type { Line } from '../../terminal/line.js';
import type { CommandName } from '../view/command-table.js';
import { composeHelp } from '../compose/pages/compose-help.js';
import { wrapPage } from '../compose/pages/page.js';
import { perform } from './perform.js';
import { makeTheme, type Theme } from '../theme/theme.js';
import { layoutOf, stay, type Mode, type Step, type View } from '../view/view-state.js';

type PageMode = Extract<Mode, { type: 'page' | 'help' }>;

/** The lines of a page at the screen's width. */
export function pageLines(
  { columns, keymap }: View,
  mode: PageMode,
  theme: Pick<Theme, 'bidi'>,
): readonly Line[] {
  const width = Math.max(20, columns - 3);
  return mode.type === 'help' ? composeHelp(keymap, width) : wrapPage(mode.lines, width, theme);
}

/** How many of them are in sight. */
export function pageHeight(view: View): number {
  return Math.max(1, layoutOf(view).lines - 3);
}

/** For counting lines, any theme will do. */
const measuring = makeTheme({ color: false, ascii: false });

/** Does a command on a page. */
export function pageCommand(view: View, mode: PageMode, name: CommandName, count: number): Step {
  const height = pageHeight(view);
  const lowest = Math.max(0, pageLines(view, mode, measuring).length - height);
  const from = Math.min(mode.top, lowest);
  const to = (top: number) =>
    stay({ ...view, mode: { ...mode, top: Math.max(0, Math.min(top, lowest)) } });
  switch (name) {
    case 'next':
      return to(from + count);
    case 'previous':
      return to(from - count);
    case 'pageDown':
      return to(from + height);
    case 'pageUp':
      return to(from - height);
    case 'halfDown':
      return to(from + Math.floor(height / 2));
    case 'halfUp':
      return to(from - Math.floor(height / 2));
    case 'first':
      return to(0);
    case 'last':
      return to(lowest);
    case 'applyPage':
      if (mode.type === 'page' && mode.entry !== null) return perform(view, mode.entry);
      return stay({ ...view, mode: { type: 'normal' } });
    default:
      return stay({ ...view, mode: { type: 'normal' } });
  }
}
