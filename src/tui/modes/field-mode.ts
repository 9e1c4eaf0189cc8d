/** Typing into a text field. */
import { isFieldCommand, type CommandName } from '../view/command-table.js';
import { stay, type Step } from '../view/step.js';
import { fieldCommands, insert } from '../view/text-field.js';
import { say, type FieldMode, type View } from '../view/view-state.js';
import { askDiscard } from './confirm-mode.js';
import { presentText } from './open-prompt.js';
import { submitPrompt } from './submit-prompt.js';

/** Runs a command while a field is open. */
export function fieldCommand(view: View, name: CommandName): Step {
  const { mode } = view;
  if (mode.type !== 'field') return stay(view);
  if (name === 'confirm') return submitPrompt(view, mode.prompt, mode.field.text);
  if (name === 'cancel') return stay(leaveField(view, mode));
  if (!isFieldCommand(name)) return stay(view);
  return stay({ ...view, mode: { ...mode, field: fieldCommands[name](mode.field) } });
}

/** Closes a field; asks first if an edited text would be lost. */
export function leaveField(view: View, mode: FieldMode): View {
  const loses = mode.prompt.of === 'text' || mode.prompt.of === 'note';
  if (loses && mode.field.text !== presentText(view, mode.prompt)) return askDiscard(view, mode);
  return { ...view, mode: { type: 'normal' } };
}

/** Types a key that isn't bound to a command of the field. */
export function typeKey(view: View, name: string): View {
  // Names of keys that aren't bound in fields are not text.
  if (/^(?:ctrl|alt|shift)\+|^(?:up|down|pageup|pagedown|tab|esc)$/.test(name)) return view;
  return typeText(view, name === 'space' ? ' ' : name);
}

/** Inserts a text, typed or pasted. */
export function typeText(view: View, text: string): View {
  const { mode } = view;
  if (mode.type !== 'field') return say(view, 'you can paste only into a text field');
  return { ...view, mode: { ...mode, field: insert(mode.field, text) } };
}
