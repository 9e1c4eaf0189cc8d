/** Questions before a step that changes many rows or loses something. */
import { isRefusal, type Draft } from '../../review/model.js';
import type { CommandName } from '../view/command-table.js';
import { stay, type Step } from '../view/step.js';
import { say, type FieldMode, type View } from '../view/view-state.js';
import { perform } from './perform.js';

/**
 * Opens the question for a step, or says why the step can't be taken; `aside` is appended to either
 * text.
 */
export function ask(view: View, draft: Draft, aside = ''): Step {
  if (view.readOnly !== null) return stay(say(view, view.readOnly, 'warning'));
  if (isRefusal(draft)) return stay(say(view, `${draft.refused}${aside}`, 'warning'));
  // "accepted 3 rows" becomes "accept 3 rows?".
  const order = draft.label.replace(/^accepted/, 'accept').replace(/^replaced/, 'replace');
  return stay({
    ...view,
    mode: { type: 'confirm', question: `${order}${aside}?`, asked: { of: 'step', entry: draft } },
  });
}

/** Asks before discarding what was typed. */
export function askDiscard(view: View, field: FieldMode): View {
  const question = 'discard what you typed?';
  return { ...view, mode: { type: 'confirm', question, asked: { of: 'discard', field } } };
}

/** Asks before an export replaces a file; `path` is what was typed. */
export function askOverwrite(view: View, path: string, existing: string): View {
  const question = `${existing} already exists: replace it?`;
  return { ...view, mode: { type: 'confirm', question, asked: { of: 'overwrite', path } } };
}

/** Runs a command while a question is open; anything but yes means no. */
export function confirmCommand(view: View, name: CommandName): Step {
  if (view.mode.type !== 'confirm') return stay(view);
  const { asked } = view.mode;
  const closed: View = { ...view, mode: { type: 'normal' } };
  if (name !== 'yes') return stay(asked.of === 'discard' ? { ...view, mode: asked.field } : closed);
  switch (asked.of) {
    case 'step':
      return perform(view, asked.entry);
    case 'discard':
      return stay(closed);
    case 'overwrite':
      return { view: closed, effects: [{ type: 'export', path: asked.path, replace: true }] };
  }
}
