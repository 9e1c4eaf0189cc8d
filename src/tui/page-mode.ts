/** Pages over the list (help, why this row, previews): scrolling, closing, doing what they preview. */
import type { CommandName } from './command-table.js';
import { perform } from './perform.js';
import { layoutOf, stay, type Mode, type Step, type View } from './view-state.js';

/** Does a command on a page. Scrolling beyond the end is cut when the page is drawn. */
export function pageCommand(
  view: View,
  mode: Extract<Mode, { type: 'page' | 'help' }>,
  name: CommandName,
  count: number,
): Step {
  const height = Math.max(1, layoutOf(view).lines - 3);
  const to = (top: number) => {
    const limit = mode.type === 'page' ? Math.max(0, mode.lines.length - height) : 1000;
    return stay({ ...view, mode: { ...mode, top: Math.max(0, Math.min(top, limit)) } });
  };
  switch (name) {
    case 'next':
      return to(mode.top + count);
    case 'previous':
      return to(mode.top - count);
    case 'pageDown':
      return to(mode.top + height);
    case 'pageUp':
      return to(mode.top - height);
    case 'halfDown':
      return to(mode.top + Math.floor(height / 2));
    case 'halfUp':
      return to(mode.top - Math.floor(height / 2));
    case 'first':
      return to(0);
    case 'last':
      return to(1000);
    case 'applyPage':
      if (mode.type === 'page' && mode.entry !== null) return perform(view, mode.entry);
      return stay({ ...view, mode: { type: 'normal' } });
    default:
      return stay({ ...view, mode: { type: 'normal' } });
  }
}
