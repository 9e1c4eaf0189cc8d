/** From a key to the next view: everything the keyboard can do, as pure functions. */
import { isCommandName, type CommandName, type KeyMode } from '../view/command-table.js';
import { keyHint } from '../view/keymap.js';
import type { KeyEvent } from '../view/keys.js';
import { stay, type Step } from '../view/step.js';
import { say, type Mode, type View } from '../view/view-state.js';
import { confirmCommand } from './confirm-mode.js';
import { cutCommand } from './cut-mode.js';
import { fieldCommand, leaveField, typeKey, typeText } from './field-mode.js';
import { chooseFilter, filtersCommand } from './filter-mode.js';
import { normalCommand } from './normal-mode.js';
import { pageCommand } from './page-mode.js';
import { splitCommand } from './split-mode.js';

/** The view after a key or a paste. */
export function press(view: View, event: KeyEvent): Step {
  const quiet: View = { ...view, toast: null };
  if (event.type === 'paste') return stay(typeText(quiet, event.text));
  const { name } = event;
  if (view.mode.type === 'filters') return chooseFilter(quiet, name);
  const mode = keyMode(view.mode);
  if (mode === 'normal' && (/^[1-9]$/.test(name) || (name === '0' && view.count !== ''))) {
    return stay({ ...quiet, count: (view.count + name).slice(-6), interrupted: false });
  }
  const command = view.keymap.find(mode, name);
  if (command !== undefined) return run(quiet, command);
  if (mode === 'field') return stay(typeKey(quiet, name));
  const ready = { ...quiet, count: '', interrupted: false };
  if (mode !== 'normal' || name === 'esc') return stay(ready);
  const help = keyHint(view.keymap, 'help');
  return stay(say(ready, `${name} does nothing here (${help} shows the keys)`));
}

/** The mode whose key bindings apply; the menu of filters handles its own keys first. */
function keyMode(mode: Mode): KeyMode {
  return mode.type === 'help' ? 'page' : mode.type === 'filters' ? 'normal' : mode.type;
}

/** Runs a command in the view's mode. */
export function run(given: View, name: CommandName): Step {
  const count = given.count === '' ? null : Number(given.count);
  const view: View = { ...given, count: '', interrupted: false };
  const { mode } = view;
  if (name === 'redraw') return { view, effects: [{ type: 'redraw' }] };
  if (name === 'suspend') return { view, effects: [{ type: 'suspend' }] };
  if (name === 'interrupt') return interrupt(view, given.interrupted);
  switch (mode.type) {
    case 'normal':
      return normalCommand(view, name, count);
    case 'filters':
      return filtersCommand(view, name, count);
    case 'field':
      return fieldCommand(view, name);
    case 'confirm':
      return confirmCommand(view, name);
    case 'split':
      return splitCommand(view, name);
    case 'cut':
      return cutCommand(view, name);
    case 'help':
    case 'page':
      return pageCommand(view, mode, name, count ?? 1);
  }
}

/** Ctrl+C closes what is open; pressed twice in a row, it quits. */
function interrupt(view: View, again: boolean): Step {
  if (again) return { view, effects: [{ type: 'quit' }] };
  const { mode } = view;
  if (mode.type === 'field') return stay({ ...leaveField(view, mode), interrupted: true });
  const left: View = { ...view, mode: { type: 'normal' }, interrupted: true };
  if (view.mode.type !== 'normal') return stay(left);
  return stay(say(left, `press ${keyHint(view.keymap, 'interrupt')} again to save and quit`));
}

/** The command that a line of plain mode gives by name or by its key in the list. */
export function parseWord(view: View, word: string): CommandName | undefined {
  return isCommandName(word) ? word : view.keymap.find('normal', word === '' ? 'enter' : word);
}
