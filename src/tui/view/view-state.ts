/** What the screen shows: the review, the user's place in it, and what is open over it. */
import type { Entry, Review, RowChecker } from '../../review/model.js';
import type { OperationContext } from '../../review/operations/rebuild.js';
import type { Query } from '../../review/search.js';
import type { Filter, Sorting } from '../../review/view.js';
import type { Keymap } from './keymap.js';
import { wideColumns } from './layout.js';
import type { PageLine } from './page-line.js';
import type { RowWords } from './row-words.js';
import type { Series } from './series.js';
import type { TextField } from './text-field.js';

/** What a text field is for. */
export type PromptKind =
  | { readonly of: 'search' }
  | { readonly of: 'command' }
  | { readonly of: 'filter' }
  | { readonly of: 'note' }
  | { readonly of: 'export' }
  | { readonly of: 'find' }
  | { readonly of: 'replacement'; readonly find: string }
  | { readonly of: 'language'; readonly source: number; readonly paragraph: number }
  | { readonly of: 'text'; readonly stream: number };

/** What is open over the list and receives the keys. */
export type Mode =
  | { readonly type: 'normal' }
  | { readonly type: 'field'; readonly prompt: PromptKind; readonly field: TextField }
  /** A page of lines; with an entry, it previews what that entry would change. */
  | {
      readonly type: 'page';
      readonly title: string;
      readonly lines: readonly PageLine[];
      readonly top: number;
      readonly entry: Entry | null;
    }
  | { readonly type: 'help'; readonly top: number }
  | { readonly type: 'filters' }
  | { readonly type: 'confirm'; readonly question: string; readonly asked: Asked }
  /** Splitting between sentences: how many of each column stay in the upper row. */
  | { readonly type: 'split'; readonly counts: readonly number[] }
  /** Splitting a sentence: at which offset in the source's text. */
  | { readonly type: 'cut'; readonly sentence: number; readonly offset: number };

/** What happens if the answer is yes. */
export type Asked =
  | { readonly of: 'step'; readonly entry: Entry }
  /** The typed text is discarded; no returns to the field. */
  | { readonly of: 'discard'; readonly field: FieldMode }
  | { readonly of: 'overwrite'; readonly path: string };

/** The mode with an open text field. */
export type FieldMode = Extract<Mode, { type: 'field' }>;

/** The modes that show a page. */
export type PageMode = Extract<Mode, { type: 'page' | 'help' }>;

/** A message for the user, cleared by the next key. */
export interface Toast {
  readonly text: string;
  readonly kind: 'info' | 'warning' | 'error';
}

/** How differences between texts in the same language are shown. */
export type DiffMode = 'auto' | 'side' | 'inline' | 'off';

/** Everything that the screen is made from. Immutable. */
export interface View {
  readonly review: Review;
  /** The file's name, for the title. */
  readonly title: string;
  /** Why the review can't be changed; null if it can. */
  readonly readOnly: string | null;
  /** The series this review belongs to; null for a single review. */
  readonly series: Series | null;
  /** `sequence` of the review as last saved. */
  readonly saved: number;
  readonly keymap: Keymap;
  readonly columns: number;
  readonly rows: number;
  readonly selected: number;
  /** Index of the selected row among those shown, as of the last command; used when the row is gone. */
  readonly place: number;
  /** Index of the active stream. */
  readonly column: number;
  readonly top: number;
  /** How far the user scrolled the detail pane from its default position. */
  readonly detailTop: number;
  /** The detail pane's share as the user set it; null lets the screen's height decide. */
  readonly detail: number | null;
  readonly filter: Filter;
  readonly sorting: Sorting;
  readonly threshold: number;
  readonly query: Query | null;
  readonly marked: readonly number[];
  readonly mode: Mode;
  readonly toast: Toast | null;
  /** Digits typed before a command. */
  readonly count: string;
  readonly diff: DiffMode;
  /** Whether the detail pane lists words that say the same. */
  readonly showsWords: boolean;
  /** Those of the row that was looked at last. */
  readonly words: RowWords | null;
  /** Whether the last key was Ctrl+C. */
  readonly interrupted: boolean;
  readonly check: RowChecker | null;
}

/** The view with a message. */
export function say(view: View, text: string, kind: Toast['kind'] = 'info'): View {
  return { ...view, toast: { text, kind } };
}

/** How differences are shown; unless the user chose, the screen's width decides. */
export function diffModeOf({ diff, columns }: View): Exclude<DiffMode, 'auto'> {
  if (diff !== 'auto') return diff;
  return columns >= wideColumns ? 'side' : 'inline';
}

/** What operations on rows need besides the review: the row checker, if there is one. */
export function operationContext({ check }: View): OperationContext {
  return check === null ? {} : { check };
}
