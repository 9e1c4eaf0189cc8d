/**
 * Turns what Ink 6.8 reports into names of keys. Ink reports characters that arrive together as one
 * input, calls Backspace "delete" and sets `meta` for Escape; the rest of the program sees none of that.
 */
import type { Key } from 'ink';
import { splitGraphemes } from '../../text/graphemes.js';

/** One key press, or one pasted text. */
export type KeyEvent =
  | { readonly type: 'key'; readonly name: string }
  | { readonly type: 'paste'; readonly text: string };

/** State between reads: the part of an unfinished paste that has arrived. */
export interface KeyState {
  readonly paste: string | null;
}

/** The state while nothing is being pasted. */
export const noPaste: KeyState = { paste: null };

const named: readonly (readonly [keyof Key, string])[] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
];

/** The keys in one input from Ink, in order. */
export function readKeys(
  input: string,
  key: Key,
  state: KeyState,
): { readonly events: readonly KeyEvent[]; readonly state: KeyState } {
  if (state.paste !== null || input.includes('[200~')) return readPaste(input, key, state);
  return { events: plainKeys(input, key), state };
}

function plainKeys(input: string, key: Key): KeyEvent[] {
  const event = (name: string): KeyEvent[] => [{ type: 'key', name }];
  if (key.backspace || key.delete) return event('backspace');
  for (const [flag, name] of named) {
    if (key[flag]) {
      const shift = key.shift && name !== 'enter' ? 'shift+' : '';
      return event(`${key.ctrl ? 'ctrl+' : ''}${shift}${name}`);
    }
  }
  if (key.tab) return event(key.shift ? 'shift+tab' : 'tab');
  if (key.escape) return event('esc');
  // Mouse and focus reports, and replies to queries that we did not send.
  if (/^\[(?:<[\d;]+[Mm]|[IO]|[?\d;]+[a-zA-Z~]?)$/.test(input)) return [];
  if (key.ctrl && input !== '') return event(`ctrl+${input.toLowerCase()}`);
  if (key.meta && input.length === 1) return event(`alt+${input}`);
  return splitGraphemes(input).flatMap(characterKey);
}

function characterKey(character: string): KeyEvent[] {
  const code = character.charCodeAt(0);
  const event = (name: string): KeyEvent[] => [{ type: 'key', name }];
  if (character === '\r' || character === '\n' || character === '\r\n') return event('enter');
  if (character === '\t') return event('tab');
  if (character === '\u001b') return event('esc');
  if (character === '\u007f' || character === '\b') return event('backspace');
  if (code < 32) return event(`ctrl+${String.fromCharCode(code + 96)}`);
  return event(character === ' ' ? 'space' : character);
}

/** Collects `[200~` ... `[201~`, which may arrive in any number of pieces. */
function readPaste(
  input: string,
  key: Key,
  state: KeyState,
): { readonly events: readonly KeyEvent[]; readonly state: KeyState } {
  const begin = input.indexOf('[200~');
  const before = state.paste === null ? input.slice(0, begin) : '';
  const rest = state.paste === null ? input.slice(begin + 5) : input;
  const earlier = before === '' ? [] : plainKeys(before.replace(/\u001b$/, ''), key);
  // Ink reports a lone line break as Enter with an empty input.
  const piece = rest === '' && key.return ? '\n' : rest;
  const text = (state.paste ?? '') + piece;
  const end = text.indexOf('[201~');
  if (end < 0) return { events: earlier, state: { paste: text } };
  const pasted = text.slice(0, end).replace(/\u001b$/, '');
  const after = text.slice(end + 5);
  const events: KeyEvent[] = [...earlier];
  if (pasted !== '') events.push({ type: 'paste', text: pasted });
  if (after !== '') events.push(...plainKeys(after, key));
  return { events, state: noPaste };
}
