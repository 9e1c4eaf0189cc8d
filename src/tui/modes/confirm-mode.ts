/** Steps that touch many rows ask first. */
import { isRefusal, type Draft } from '../../review/model.js';
import type { CommandName } from '../view/command-table.js';
import { stay, type Step } from '../view/step.js';
import { say, type View } from '../view/view-state.js';
import { perform } from './perform.js';

/**
 * Opens the question for a step, or says why there is nothing to ask; `aside` stands at the end of
 * either.
 */
export function ask(view: View, draft: Draft, aside = ''): Step {
  if (view.readOnly !== null) return stay(say(view, view.readOnly, 'warning'));
  if (isRefusal(draft)) return stay(say(view, `${draft.refused}${aside}`, 'warning'));
  // "accepted 3 rows" becomes "accept 3 rows?".
  const order = draft.label.replace(/^accepted/, 'accept').replace(/^replaced/, 'replace');
  return stay({ ...view, mode: { type: 'confirm', question: `${order}${aside}?`, entry: draft } });
}

/** Does a command while a question is open: everything but yes is no. */
export function confirmCommand(view: View, name: CommandName): Step {
  if (view.mode.type !== 'confirm') return stay(view);
  if (name === 'yes') return perform(view, view.mode.entry);
  return stay({ ...view, mode: { type: 'normal' } });
}
