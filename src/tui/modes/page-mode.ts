/** Pages over the list (help, explanations, previews): scrolling, closing, applying a preview. */
import { pageHeight, pageLines } from '../compose/pages/page.js';
import { measuringTheme } from '../theme/theme.js';
import type { CommandName } from '../view/command-table.js';
import { stay, type Step } from '../view/step.js';
import type { PageMode, View } from '../view/view-state.js';
import { perform } from './perform.js';

/** Runs a command on a page. */
export function pageCommand(view: View, mode: PageMode, name: CommandName, count: number): Step {
  const height = pageHeight(view);
  const lowest = Math.max(0, pageLines(view, mode, measuringTheme).length - height);
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
