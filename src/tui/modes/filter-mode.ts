/** Choosing which rows are shown: by a key of the menu, or by typing a filter. */
import { parseQuery } from '../../review/search.js';
import { parseFilter } from '../../review/view.js';
import type { CommandName } from '../view/command-table.js';
import { filterMenu } from '../view/filter-menu.js';
import { showOnly } from '../view/selection.js';
import { stay, type Step } from '../view/step.js';
import { say, type View } from '../view/view-state.js';
import { normalCommand } from './normal-mode.js';
import { openPrompt } from './open-prompt.js';

/** Handles a key while the menu of filters is open. */
export function chooseFilter(view: View, key: string): Step {
  const closed: View = { ...view, mode: { type: 'normal' } };
  if (key === '/' || key === ':') return stay(openPrompt(closed, { of: 'filter' }));
  if (key === 'ctrl+c' || key === 'esc') return stay(closed);
  const by = filterMenu.find((item) => item.key === key)?.name;
  if (by === undefined) return stay(say(closed, `no filter uses the key ${key}`, 'warning'));
  return stay(showOnly(closed, { by }));
}

/** Runs a command that is called by its name while the menu is open, and closes the menu. */
export function filtersCommand(view: View, name: CommandName, count: number | null): Step {
  const closed: View = { ...view, mode: { type: 'normal' } };
  return name === 'cancel' ? stay(closed) : normalCommand(closed, name, count);
}

/** Applies a typed filter: a name, a type, a range of confidence or, failing these, a text. */
export function filterBy(view: View, text: string): View {
  const query = parseQuery(text);
  const filter = parseFilter(text) ?? (query === null ? null : { by: 'text' as const, query });
  return filter === null ? view : showOnly(view, filter);
}
