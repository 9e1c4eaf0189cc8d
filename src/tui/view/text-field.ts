/** A text field: its text, and a cursor that is always between whole characters. */
import { splitGraphemes } from '../../text/graphemes.js';

/** Text and cursor; the cursor is a UTF-16 offset. */
export interface TextField {
  readonly text: string;
  readonly cursor: number;
}

/** A field with the cursor at the end. */
export function field(text: string): TextField {
  return { text, cursor: text.length };
}

/** Inserts text at the cursor; line breaks become spaces. */
export function insert({ text, cursor }: TextField, added: string): TextField {
  const clean = added.replace(/[\r\n\t]+/g, ' ');
  return {
    text: text.slice(0, cursor) + clean + text.slice(cursor),
    cursor: cursor + clean.length,
  };
}

function left({ text, cursor }: TextField): number {
  return cursor - (splitGraphemes(text.slice(0, cursor)).at(-1)?.length ?? 0);
}

function right({ text, cursor }: TextField): number {
  return cursor + (splitGraphemes(text.slice(cursor))[0]?.length ?? 0);
}

function wordLeft({ text, cursor }: TextField): number {
  const before = text.slice(0, cursor).replace(/(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}\p{M}]+$/u, '');
  return before.replace(/(?<![^\p{L}\p{N}\p{M}])[^\p{L}\p{N}\p{M}]+$/u, '').length;
}

function wordRight({ text, cursor }: TextField): number {
  const ahead = /^[^\p{L}\p{N}\p{M}]*[\p{L}\p{N}\p{M}]*/u.exec(text.slice(cursor));
  return cursor + (ahead?.[0].length ?? 0);
}

/** What the commands of a field do. */
export const fieldCommands = {
  'field.left': (own: TextField) => ({ ...own, cursor: left(own) }),
  'field.right': (own: TextField) => ({ ...own, cursor: right(own) }),
  'field.wordLeft': (own: TextField) => ({ ...own, cursor: wordLeft(own) }),
  'field.wordRight': (own: TextField) => ({ ...own, cursor: wordRight(own) }),
  'field.start': (own: TextField) => ({ ...own, cursor: 0 }),
  'field.end': (own: TextField) => ({ ...own, cursor: own.text.length }),
  'field.backspace': (own: TextField) => cut(own, left(own), own.cursor),
  'field.delete': (own: TextField) => cut(own, own.cursor, right(own)),
  'field.deleteWord': (own: TextField) => cut(own, wordLeft(own), own.cursor),
  'field.deleteToStart': (own: TextField) => cut(own, 0, own.cursor),
  'field.deleteToEnd': (own: TextField) => cut(own, own.cursor, own.text.length),
} satisfies Record<string, (own: TextField) => TextField>;

function cut({ text }: TextField, from: number, to: number): TextField {
  return { text: text.slice(0, from) + text.slice(to), cursor: from };
}
