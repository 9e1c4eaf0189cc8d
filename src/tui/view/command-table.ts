/**
 * The table of all commands and keys. The help page, the hints, the table in docs/review.md and the
 * key bindings all come from it; keys are compared nowhere else.
 */
import { fieldCommands } from './text-field.js';

/** What receives the keys. */
export type KeyMode = (typeof keyModes)[number];

const keyModes = ['normal', 'page', 'split', 'cut', 'field', 'confirm'] as const;

/** Headings of the help screen, in this order. */
export const commandGroups = ['Move', 'Decide', 'Change', 'View', 'Session', 'Text field'] as const;

/** One line of the table. */
export interface CommandInfo {
  readonly keys: readonly string[];
  readonly modes: readonly KeyMode[];
  /** What it does, for help. */
  readonly label: string;
  readonly group: (typeof commandGroups)[number];
  /** One or two words for the hint line; commands without them have no hint. */
  readonly hint?: string;
}

/** The modes that a line of the table names; `everywhere` means all of them. */
const modesOf = (words: string): readonly KeyMode[] =>
  keyModes.filter((mode) => words === 'everywhere' || words.split(' ').includes(mode));

/** Defines one line: group, modes, keys (separated by spaces), label, hint. */
function define(
  group: CommandInfo['group'],
  modes: string,
  keys: string,
  label: string,
  hint?: string,
): CommandInfo {
  const base = { group, modes: modesOf(modes), keys: keys.split(' '), label };
  return hint === undefined ? base : { ...base, hint };
}

// One line per command, so that the columns can be read downwards.
// prettier-ignore
const table = {
  next: define('Move', 'normal page split', 'j down', 'Next row (12j: twelve rows)'),
  previous: define('Move', 'normal page split', 'k up', 'Previous row'),
  pageDown: define('Move', 'normal page', 'space pagedown', 'One screen down'),
  pageUp: define('Move', 'normal page', 'b pageup', 'One screen up'),
  halfDown: define('Move', 'normal page', 'ctrl+d', 'Half a screen down'),
  halfUp: define('Move', 'normal page', 'ctrl+u', 'Half a screen up'),
  first: define('Move', 'normal page', 'g home', 'First row (12g: row 12)'),
  last: define('Move', 'normal page', 'G end', 'Last row (12G: row 12)'),
  nextDoubt: define('Move', 'normal', ']', 'Next row that needs review', 'doubt'),
  previousDoubt: define('Move', 'normal', '[', 'Previous row that needs review'),
  nextOpen: define('Move', 'normal', ')', 'Next row without a decision'),
  previousOpen: define('Move', 'normal', '(', 'Previous row without a decision'),
  nextUneven: define('Move', 'normal', '}', 'Next row that is not 1-1'),
  previousUneven: define('Move', 'normal', '{', 'Previous row that is not 1-1'),
  nextCheck: define('Move', 'normal', '>', 'Next row with a failing check'),
  previousCheck: define('Move', 'normal', '<', 'Previous row with a failing check'),
  columnRight: define('Move', 'normal split', 'l right tab', 'Next column (move, unlink and edit act on it)'),
  columnLeft: define('Move', 'normal split', 'h left shift+tab', 'Previous column'),
  detailDown: define('Move', 'normal', 'ctrl+e', 'Scroll the detail pane down'),
  detailUp: define('Move', 'normal', 'ctrl+y', 'Scroll the detail pane up'),
  command: define('Move', 'normal', ':', 'Go to a row (:120), or :w :q :wq :n :N :export FILE :threshold .7 :s/old/new/'),

  accept: define('Decide', 'normal', 'a enter', 'Accept and go to the next row that needs review', 'accept'),
  reject: define('Decide', 'normal', 'r', 'Reject: the link is wrong (the texts are kept)', 'reject'),
  clear: define('Decide', 'normal', 'c', 'Clear the decision'),
  doubt: define('Decide', 'normal', '!', 'Mark as needing review, or remove the mark'),
  flag: define('Decide', 'normal', 'F', 'Flag, or remove the flag'),
  note: define('Decide', 'normal', 't', 'Write a note on the row'),
  acceptConfident: define('Decide', 'normal', 'A', 'Accept all shown rows that do not need review (asks first)', 'sure'),
  acceptAbove: define('Decide', 'normal', 'C', 'Accept all undecided rows down to this one (asks first)'),

  merge: define('Change', 'normal', 'm', 'Merge with the next row', 'merge'),
  mergePrevious: define('Change', 'normal', 'M', 'Merge with the previous row'),
  split: define('Change', 'normal', 's', 'Split the row between sentences, or a sentence at a character', 'split'),
  moveDown: define('Change', 'normal', 'J shift+down', 'Move the last sentence of the column to the next row', 'move'),
  moveUp: define('Change', 'normal', 'K shift+up', 'Move the first sentence of the column to the previous row'),
  swap: define('Change', 'normal', 'X', "Swap the column's sentences with the next row's"),
  unlink: define('Change', 'normal', 'x', "Unlink: put the column's sentences in separate rows", 'unlink'),
  noise: define('Change', 'normal', 'D', "Treat the column's sentences as noise; on noise (f D): restore the text"),
  mark: define('Change', 'normal', 'v', 'Mark this row, or unmark it'),
  link: define('Change', 'normal', 'L', 'Link the marked rows with this one, however far apart'),
  realign: define('Change', 'normal', 'R', 'Realign the rows between the nearest decided rows (asks first)'),
  edit: define('Change', 'normal', 'e', 'Edit the text of the column (the original is kept)', 'edit'),
  editOutside: define('Change', 'normal', 'E', 'Edit the text in $VISUAL or $EDITOR'),
  replace: define('Change', 'normal', '%', 'Search and replace in the shown rows (asks first)'),
  language: define('Change', 'normal', 'P', "Correct the paragraph's language, then split and align it again"),
  undo: define('Change', 'normal', 'u z', 'Undo, without limit', 'undo'),
  redo: define('Change', 'normal', 'ctrl+r Z', 'Redo'),

  search: define('View', 'normal', '/', 'Search all columns; case and accents matter only if you type them', 'search'),
  nextHit: define('View', 'normal', 'n', 'Next match; without a search, the next row that needs review'),
  previousHit: define('View', 'normal', 'N', 'Previous match'),
  filter: define('View', 'normal', 'f', 'Show only some rows (f f: show all)', 'filter'),
  sort: define('View', 'normal', 'o', 'Sort by position in the texts, or least certain first'),
  diff: define('View', 'normal', 'd', 'Differences between two texts in the same language: side by side, inline, off'),
  words: define('View', 'normal', 'p', 'Words that say the same, in the detail pane: on, off'),
  explain: define('View', 'normal', 'i', 'Explain this row: what speaks for and against it'),
  detailLarger: define('View', 'normal', '+ =', 'Larger detail pane'),
  detailSmaller: define('View', 'normal', '-', 'Smaller detail pane'),
  help: define('View', 'normal', '?', 'This help', 'help'),

  save: define('Session', 'normal', 'w ctrl+s', 'Save (unsaved work is kept anyway)'),
  export: define('Session', 'normal', 'W', 'Export to a file; its extension sets the format (csv, tsv, json ...)'),
  redraw: define('Session', 'everywhere', 'ctrl+l', 'Redraw the screen'),
  suspend: define('Session', 'everywhere', 'ctrl+z', 'Suspend (fg resumes)'),
  quit: define('Session', 'normal', 'q', 'Save and quit', 'quit'),
  interrupt: define('Session', 'everywhere', 'ctrl+c', 'Close what is open; press twice to quit'),
  cancel: define('Session', 'everywhere', 'esc', 'Close what is open; clear marks, then search, then filter'),
  close: define('Session', 'page split cut', 'q', 'Close the page'),

  confirm: define('Text field', 'field split cut', 'enter', 'Confirm'),
  yes: define('Text field', 'confirm', 'y enter', 'Yes'),
  no: define('Text field', 'confirm', 'n q', 'No'),

  cutInside: define('Change', 'split', 'c', 'While splitting: cut inside a sentence'),
  cutLeft: define('Change', 'cut', 'h left', 'While cutting: one character left'),
  cutRight: define('Change', 'cut', 'l right', 'While cutting: one character right'),
  cutWordLeft: define('Change', 'cut', 'b k up shift+tab', 'While cutting: one word left'),
  cutWordRight: define('Change', 'cut', 'w j down tab space', 'While cutting: one word right'),
  applyPage: define('Change', 'page', 'y enter', 'On a preview: apply it'),

  'field.left': define('Text field', 'field', 'left ctrl+b', 'One character left'),
  'field.right': define('Text field', 'field', 'right ctrl+f', 'One character right'),
  'field.wordLeft': define('Text field', 'field', 'alt+b ctrl+left', 'One word left'),
  'field.wordRight': define('Text field', 'field', 'alt+f ctrl+right', 'One word right'),
  'field.start': define('Text field', 'field', 'home ctrl+a', 'To the beginning'),
  'field.end': define('Text field', 'field', 'end ctrl+e', 'To the end'),
  'field.backspace': define('Text field', 'field', 'backspace', 'Delete the character to the left'),
  'field.delete': define('Text field', 'field', 'ctrl+d', 'Delete the character to the right'),
  'field.deleteWord': define('Text field', 'field', 'ctrl+w', 'Delete the word to the left'),
  'field.deleteToStart': define('Text field', 'field', 'ctrl+u', 'Delete to the beginning'),
  'field.deleteToEnd': define('Text field', 'field', 'ctrl+k', 'Delete to the end'),
} satisfies Record<string, CommandInfo>;

/** A command's name, as config files use it. */
export type CommandName = keyof typeof table;

/** Every command. */
export const commandTable: Readonly<Record<CommandName, CommandInfo>> = table;

/** All names, in the order of the help page. */
export const commandNames: readonly CommandName[] = Object.keys(table).filter(isCommandName);

/** Whether a word is a command's name. */
export function isCommandName(word: string): word is CommandName {
  return Object.hasOwn(table, word);
}

/** Whether a command edits the text of a field. */
export function isFieldCommand(
  name: CommandName,
): name is CommandName & keyof typeof fieldCommands {
  return Object.hasOwn(fieldCommands, name);
}
