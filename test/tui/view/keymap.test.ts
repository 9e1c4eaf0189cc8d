import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.js';
import { commandNames, commandTable } from '../../../src/tui/view/command-table.js';
import { makeKeymap, showKey } from '../../../src/tui/view/keymap.js';

describe('the keymap', () => {
  test('binds no key twice in a mode, or making it would throw', () => {
    expect(() => makeKeymap()).not.toThrow();
  });

  test('finds the command of every key of the table', () => {
    const keymap = makeKeymap();
    for (const name of commandNames) {
      for (const mode of commandTable[name].modes) {
        for (const key of commandTable[name].keys) expect(keymap.find(mode, key)).toBe(name);
      }
    }
  });

  test('never binds keys that terminals cannot tell from Tab, Enter, Esc and Backspace', () => {
    const keys = commandNames.flatMap((name) => commandTable[name].keys);
    for (const key of ['ctrl+i', 'ctrl+m', 'ctrl+[', 'ctrl+h', '']) expect(keys).not.toContain(key);
  });

  test('accepts the user’s keys in several spellings', () => {
    const keymap = makeKeymap({ accept: ['y', 'C-t'], reject: [], note: 'Return' });
    expect(keymap.find('normal', 'y')).toBe('accept');
    expect(keymap.find('normal', 'ctrl+t')).toBe('accept');
    expect(keymap.find('normal', 'a')).toBeUndefined();
    expect(keymap.find('normal', 'r')).toBeUndefined();
    expect(keymap.find('normal', 'enter')).toBe('note');
  });

  test.each<[Record<string, unknown>, RegExp]>([
    [{ accept: 'j' }, /"j" is bound to both next and accept/],
    [{ acept: 'y' }, /keys\.acept: unknown command/],
    [{ accept: 7 }, /keys\.accept: must be a key/],
    [{ accept: 'ctrl+i' }, /send ctrl\+i as Tab/],
  ])('says what is wrong with %j', (own, message) => {
    expect(() => makeKeymap(own)).toThrow(message);
    expect(() => makeKeymap(own)).toThrow(AppError);
  });

  test('keys are shown in a readable form', () => {
    expect(['ctrl+r', 'shift+tab', 'down', 'space', '+', 'G', 'pagedown'].map(showKey)).toEqual([
      'Ctrl+R',
      'Shift+Tab',
      'Down',
      'Space',
      '+',
      'G',
      'PgDn',
    ]);
  });
});
