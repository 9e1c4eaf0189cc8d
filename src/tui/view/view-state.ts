/** What the screen shows: the review, where the person is in it, and what is open over it. */
import type { Entry, Review, RowChecker } from '../../review/model.js';
import type { OperationContext } from '../../review/operations/rebuild.js';
import type { Query } from '../../review/search.js';
import type { Filter, Sorting } from '../../review/view.js';
import type { Keymap } from './keymap.js';
import { wideColumns } from './layout.js';
import type { PageLine } from './page-line.js';
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

/** What is open over the list; the keyboard talks to it. */
export type Mode =
  | { readonly type: 'normal' }
  | { readonly type: 'field'; readonly prompt: PromptKind; readonly field: TextField }
  /** A page of lines; with an entry it is a preview of what would be done. */
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
  /** Splitting between sentences: how many of each column stay above. */
  | { readonly type: 'split'; readonly counts: readonly number[] }
  /** Splitting a sentence: where, in the source's text. */
  | { readonly type: 'cut'; readonly sentence: number; readonly offset: number };

/** What happens after a yes. */
export type Asked =
  | { readonly of: 'step'; readonly entry: Entry }
  /** What was typed is thrown away; a no goes back to it. */
  | { readonly of: 'discard'; readonly field: FieldMode }
  | { readonly of: 'overwrite'; readonly path: string };

/** A text field is open. */
export type FieldMode = Extract<Mode, { type: 'field' }>;

/** The modes that show a page. */
export type PageMode = Extract<Mode, { type: 'page' | 'help' }>;

/** A line for the person, gone with the next key. */
export interface Toast {
  readonly text: string;
  readonly kind: 'info' | 'warning' | 'error';
}

/** How same-language differences are shown. */
export type DiffMode = 'auto' | 'side' | 'inline' | 'off';

/** Everything the screen is made from. Immutable. */
export interface View {
  readonly review: Review;
  /** File's name, for the title. */
  readonly title: string;
  readonly readOnly: string | null;
  /** The reviews of which this is one; null where it stands alone. */
  readonly series: Series | null;
  /** `sequence` of the review as last saved. */
  readonly saved: number;
  readonly keymap: Keymap;
  readonly columns: number;
  readonly rows: number;
  readonly selected: number;
  /** Index of the selected row in `shown`, as of the last command: where to go when it is gone. */
  readonly place: number;
  /** Index of the active stream. */
  readonly column: number;
  readonly top: number;
  /** How far the person scrolled the detail pane from where it stands by itself. */
  readonly detailTop: number;
  /** Share of the detail pane as the person chose it; null goes by the height of the screen. */
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
  /** The last key was Ctrl+C. */
  readonly interrupted: boolean;
  readonly check: RowChecker | null;
}

/** The view with a message. */
export function say(view: View, text: string, kind: Toast['kind'] = 'info'): View {
  return { ...view, toast: { text, kind } };
}

/** How differences are shown where the person did not choose: as the width of the screen allows. */
export function diffModeOf({ diff, columns }: View): Exclude<DiffMode, 'auto'> {
  if (diff !== 'auto') return diff;
  return columns >= wideColumns ? 'side' : 'inline';
}

/** What operations on rows need to know besides the review: how a row is checked anew, where it is. */
export function operationContext({ check }: View): OperationContext {
  return check === null ? {} : { check };
}
