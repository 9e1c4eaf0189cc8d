/** One key, the next view: everything the keyboard can do, pure. */
import type { FilterName } from '../../review/view.js';
import {
  isCommandName,
  isFieldCommand,
  type CommandName,
  type KeyMode,
} from '../view/command-table.js';
import type { KeyEvent } from '../view/keys.js';
import { keyHint } from '../view/keymap.js';
import { normalCommand } from './normal-mode.js';
import { pageCommand } from './page-mode.js';
import { perform } from './perform.js';
import { openPrompt, submitPrompt } from './submit-prompt.js';
import { cutCommand, splitCommand } from './split-mode.js';
import { fieldCommands, insert } from '../view/text-field.js';
import { say, showOnly, stay, type Mode, type Step, type View } from '../view/view-state.js';

/** The filters of the menu, each with its key; those of decisions are the keys that decide. */
export const filterMenu: readonly (readonly [string, FilterName])[] = [
  ['f', 'all'],
  ['d', 'doubtful'],
  ['u', 'unreviewed'],
  ['a', 'accepted'],
  ['r', 'rejected'],
  ['e', 'edited'],
  ['t', 'noted'],
  ['F', 'flagged'],
  ['c', 'checks'],
  ['0', 'empty-side'],
  ['n', 'non-1-1'],
  ['x', 'crossing'],
];

function keyMode(mode: Mode): KeyMode {
  return mode.type === 'help' ? 'page' : mode.type === 'filters' ? 'normal' : mode.type;
}

/** The view after a key or a paste. */
export function press(view: View, event: KeyEvent): Step {
  const quiet: View = { ...view, toast: null };
  if (event.type === 'paste') return paste(quiet, event.text);
  const { name } = event;
  if (view.mode.type === 'filters') return chooseFilter(quiet, name);
  const mode = keyMode(view.mode);
  if (mode === 'normal' && (/^[1-9]$/.test(name) || (name === '0' && view.count !== ''))) {
    return stay({ ...quiet, count: (view.count + name).slice(-6), interrupted: false });
  }
  const command = view.keymap.find(mode, name);
  if (command !== undefined) return run(quiet, command);
  if (view.mode.type === 'field') return stay(typed(quiet, name === 'space' ? ' ' : name));
  const ready = { ...quiet, count: '', interrupted: false };
  return mode === 'normal' && name !== 'esc'
    ? stay(say(ready, `${name} does nothing here (${keyHint(view.keymap, 'help')} shows the keys)`))
    : stay(ready);
}

function typed(view: View, text: string): View {
  if (view.mode.type !== 'field') return view;
  // Names of keys that aren't bound in fields are no text.
  if (/^(?:ctrl|alt|shift)\+|^(?:up|down|pageup|pagedown|tab|esc)$/.test(text)) return view;
  return { ...view, mode: { ...view.mode, field: insert(view.mode.field, text) } };
}

function paste(view: View, text: string): Step {
  if (view.mode.type !== 'field') return stay(say(view, 'pasting works in text fields only'));
  return stay({ ...view, mode: { ...view.mode, field: insert(view.mode.field, text) } });
}

function chooseFilter(view: View, key: string): Step {
  const closed: View = { ...view, mode: { type: 'normal' } };
  if (key === '/' || key === ':') return stay(openPrompt(closed, { of: 'filter' }));
  if (key === 'ctrl+c' || key === 'esc') return stay(closed);
  const by = filterMenu.find(([own]) => own === key)?.[1];
  if (by === undefined) return stay(say(closed, `there is no filter on ${key}`, 'warning'));
  return stay(showOnly(closed, { by }));
}

/** Does a command in the mode that the view is in. */
export function run(given: View, name: CommandName): Step {
  const count = given.count === '' ? null : Number(given.count);
  const view: View = { ...given, count: '', interrupted: false };
  const { mode } = view;
  if (name === 'redraw') return { view, effects: [{ type: 'redraw' }] };
  if (name === 'suspend') return { view, effects: [{ type: 'suspend' }] };
  if (name === 'interrupt') {
    if (given.interrupted) return { view, effects: [{ type: 'quit' }] };
    const left: View = { ...view, mode: { type: 'normal' }, interrupted: true };
    return stay(
      mode.type === 'normal'
        ? say(left, `${keyHint(view.keymap, 'interrupt')} again saves and quits`)
        : left,
    );
  }
  switch (mode.type) {
    case 'normal':
    case 'filters':
      return normalCommand(view, name, count);
    case 'field':
      if (name === 'confirm') return submitPrompt(view, mode.prompt, mode.field.text);
      if (name === 'cancel') return stay({ ...view, mode: { type: 'normal' } });
      if (!isFieldCommand(name)) return stay(view);
      return stay({ ...view, mode: { ...mode, field: fieldCommands[name](mode.field) } });
    case 'confirm':
      if (name === 'yes') return perform(view, mode.entry);
      return stay({ ...view, mode: { type: 'normal' } });
    case 'split':
      return splitCommand(view, name);
    case 'cut':
      return cutCommand(view, name);
    case 'help':
    case 'page':
      return pageCommand(view, mode, name, count ?? 1);
  }
}

/** A line of plain mode: a command's name or key, with what it needs behind it. */
export function parseWord(view: View, word: string): CommandName | undefined {
  return isCommandName(word) ? word : view.keymap.find('normal', word === '' ? 'enter' : word);
}
