import type { Key } from 'ink';
import { describe, expect, test } from 'vitest';
import { noPaste, readKeys } from '../../../src/tui/view/keys.js';

const none = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
  super: false,
  hyper: false,
  capsLock: false,
  numLock: false,
} satisfies Key;

const names = (input: string, key: Partial<Key> = {}) =>
  readKeys(input, { ...none, ...key }, noPaste).events.map((event) =>
    event.type === 'key' ? event.name : `paste:${event.text}`,
  );

describe('keys as Ink 6.8 reports them', () => {
  test.each<[string, string, Partial<Key>, string[]]>([
    ['a letter', 'j', {}, ['j']],
    ['a capital', 'G', { shift: true }, ['G']],
    ['several in one read', 'jjk', {}, ['j', 'j', 'k']],
    ['controls without flags', '\t\r\u0004', {}, ['tab', 'enter', 'ctrl+d']],
    ['Backspace called delete', '', { delete: true }, ['backspace']],
    ['Escape, which sets meta', '', { escape: true, meta: true }, ['esc']],
    ['Enter', '\r', { return: true }, ['enter']],
    ['Shift and Tab', '', { tab: true, shift: true }, ['shift+tab']],
    ['a shifted arrow', '', { downArrow: true, shift: true }, ['shift+down']],
    ['Ctrl and a letter', 'r', { ctrl: true }, ['ctrl+r']],
    ['Alt and a letter', 'f', { meta: true }, ['alt+f']],
    ['a blank', ' ', {}, ['space']],
    ['a character of several code points', 'é👍🏽', {}, ['é', '👍🏽']],
    ['a mouse report', '[<0;12;5M', {}, []],
    ['a focus report', '[I', {}, []],
  ])('%s', (_, input, key, expected) => {
    expect(names(input, key)).toEqual(expected);
  });

  test('a paste in three pieces is one paste', () => {
    const first = readKeys('[200~', none, noPaste);
    const second = readKeys('two\rlines', none, first.state);
    const third = readKeys('[201~', none, second.state);
    expect([...first.events, ...second.events]).toEqual([]);
    expect(third.events).toEqual([{ type: 'paste', text: 'two\rlines' }]);
    expect(third.state).toEqual(noPaste);
  });

  test('a paste in one piece, with keys around it', () => {
    expect(names('j\u001b[200~text\u001b[201~k')).toEqual(['j', 'paste:text', 'k']);
  });
});
