/** The key bindings in force: those of the table, overridden by the user's own. */
import { AppError } from '../../errors.js';
import {
  commandNames,
  commandTable,
  isCommandName,
  type CommandName,
  type KeyMode,
} from './command-table.js';

/** The key bindings in force. */
export interface Keymap {
  /** The keys bound to a command. */
  keys(name: CommandName): readonly string[];
  /** The command that a key is bound to in a mode. */
  find(mode: KeyMode, key: string): CommandName | undefined;
}

/** Other spellings of key names. */
const spellings: Readonly<Record<string, string>> = {
  ' ': 'space',
  return: 'enter',
  escape: 'esc',
  pgdn: 'pagedown',
  pgup: 'pageup',
  delete: 'backspace',
};

function keyName(key: string): string {
  if (key.length === 1 && key !== ' ') return key;
  const lower = key.toLowerCase().replace(/^c-/, 'ctrl+').replace(/^m-/, 'alt+');
  return spellings[lower] ?? lower;
}

function configError(message: string): AppError {
  return new AppError('bad-config', message, {
    hint: 'see "paralign review --keys" for the names and keys',
  });
}

/** Keys that terminals can't tell apart from others. */
const impossible: Readonly<Record<string, string>> = {
  'ctrl+i': 'Tab',
  'ctrl+m': 'Enter',
  'ctrl+[': 'Esc',
  'ctrl+h': 'Backspace',
};

/** A mistake in the user's key bindings. */
export interface KeyProblem {
  /** The command whose keys are wrong. */
  readonly name: string;
  /** What is wrong, after `keys.accept`. */
  readonly message: string;
}

/**
 * The keymap with the user's own bindings (`"accept": ["y"]` replaces all keys of `accept`; an empty
 * list unbinds it). Throws AppError `bad-config` (78) for an unknown command, a key that terminals
 * can't tell apart from another, and a key bound twice.
 * @param where names the place where a command's keys are bound, for messages
 */
export function makeKeymap(
  own: Readonly<Record<string, unknown>> = {},
  where: (name: string) => string = () => '',
): Keymap {
  const { keymap, problems } = bindKeys(own);
  const [first] = problems;
  if (first === undefined) return keymap;
  const place = where(first.name);
  throw configError(`${place}${place === '' ? '' : ': '}${first.message}`);
}

/** The keymap with the user's valid bindings, and what is wrong with the others. */
export function bindKeys(own: Readonly<Record<string, unknown>>): {
  readonly keymap: Keymap;
  readonly problems: readonly KeyProblem[];
} {
  const problems: KeyProblem[] = [];
  const keys = new Map<CommandName, readonly string[]>();
  for (const name of commandNames) keys.set(name, commandTable[name].keys);
  for (const [name, given] of Object.entries(own)) {
    const fail = (what: string): void =>
      void problems.push({ name, message: `keys.${name}: ${what}` });
    if (!isCommandName(name)) {
      fail('unknown command');
      continue;
    }
    const list: readonly unknown[] = Array.isArray(given) ? given : [given];
    const names: string[] = [];
    for (const key of list) {
      const known = typeof key === 'string' ? keyName(key) : '';
      const same = impossible[known];
      if (known === '') fail('must be a key or a list of keys');
      else if (same !== undefined) fail(`terminals send ${String(key)} as ${same}`);
      else names.push(known);
    }
    keys.set(name, names);
  }
  const bound = new Map<string, CommandName>();
  const doubles = new Set<string>();
  for (const name of commandNames) {
    for (const mode of commandTable[name].modes) {
      for (const key of keys.get(name) ?? []) {
        const other = bound.get(`${mode} ${key}`);
        const message = `keys: "${key}" is bound to both ${other ?? ''} and ${name}`;
        if (other !== undefined && !doubles.has(message)) {
          doubles.add(message);
          problems.push({ name: name in own ? name : other, message });
        }
        if (other === undefined) bound.set(`${mode} ${key}`, name);
      }
    }
  }
  const keymap: Keymap = {
    keys: (name) => keys.get(name) ?? [],
    find: (mode, key) => bound.get(`${mode} ${key}`),
  };
  return { keymap, problems };
}

/** A key as shown to people: "Ctrl+R", "Down", "Enter". */
export function showKey(key: string): string {
  const names: Readonly<Record<string, string>> = {
    up: 'Up',
    down: 'Down',
    left: 'Left',
    right: 'Right',
    space: 'Space',
    enter: 'Enter',
    esc: 'Esc',
    tab: 'Tab',
    pagedown: 'PgDn',
    pageup: 'PgUp',
    home: 'Home',
    end: 'End',
    backspace: 'Backspace',
  };
  return key
    .split(/\+(?=.)/)
    .map((part, index, all) =>
      index < all.length - 1
        ? part.charAt(0).toUpperCase() + part.slice(1)
        : (names[part] ?? (all.length > 1 ? part.toUpperCase() : part)),
    )
    .join('+');
}

/** The first key of a command, for messages; the command's name if no key is bound to it. */
export function keyHint(keymap: Keymap, name: CommandName): string {
  const [first] = keymap.keys(name);
  return first === undefined ? `"${name}"` : showKey(first);
}
