/** What the screen shows: the review, where the person is in it, and what is open over it. */
import type { RowChecker, Entry, Review, ReviewRow } from '../../review/model.js';
import { indexOfRow } from '../../review/lookup.js';
import { findRow, needsReview } from '../../review/queue.js';
import type { Query } from '../../review/search.js';
import {
  describeFilter,
  noFilter,
  visibleRows,
  type Filter,
  type Sorting,
} from '../../review/view.js';
import type { Action as ReviewAction } from '../../review/history.js';
import { keyHint, type Keymap } from './keymap.js';
import type { PageLine } from '../compose/pages/page.js';
import type { TextField } from './text-field.js';
import { layout, scrollTo, type Layout } from './layout.js';

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
  | { readonly type: 'confirm'; readonly question: string; readonly entry: Entry }
  /** Splitting between sentences: how many of each column stay above. */
  | { readonly type: 'split'; readonly counts: readonly number[] }
  /** Splitting a sentence: where, in the source's text. */
  | { readonly type: 'cut'; readonly sentence: number; readonly offset: number };

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

/** What the driver has to do for a command: everything that is not a pure function of the view. */
export type Effect =
  /** Write the action to the journal; when that fails, the view that follows from it is void. */
  | { readonly type: 'record'; readonly action: ReviewAction; readonly sequence: number }
  | { readonly type: 'save' }
  | { readonly type: 'quit' }
  | { readonly type: 'suspend' }
  | { readonly type: 'redraw' }
  | { readonly type: 'editor'; readonly stream: number; readonly text: string }
  | { readonly type: 'export'; readonly path: string }
  | { readonly type: 'realign'; readonly row: number }
  | { readonly type: 'explain'; readonly row: number }
  | {
      readonly type: 'relabel';
      readonly source: number;
      readonly paragraph: number;
      readonly language: string;
    };

/** A view and what is to be done for it. */
export interface Step {
  readonly view: View;
  readonly effects: readonly Effect[];
}

/** A step without effects. */
export function stay(view: View): Step {
  return { view, effects: [] };
}

/** The view with a message. */
export function say(view: View, text: string, kind: Toast['kind'] = 'info'): View {
  return { ...view, toast: { text, kind } };
}

/** The rows that are shown, remembered per review, filter and order. */
export function shownRows(view: View): readonly ReviewRow[] {
  const { review, filter, sorting, threshold } = view;
  let known = remembered.get(review.rows);
  const key = `${sorting} ${threshold} ${JSON.stringify(filter)}`;
  if (known?.key !== key) {
    known = { key, rows: visibleRows(review, filter, sorting, threshold) };
    remembered.set(review.rows, known);
  }
  return known.rows;
}

const remembered = new WeakMap<
  readonly ReviewRow[],
  { readonly key: string; readonly rows: readonly ReviewRow[] }
>();

/** What to say where the filter leaves no row. */
export function nothingShown({ filter, keymap }: View): string {
  const all = `${keyHint(keymap, 'filter')} f`;
  return filter.by === 'text'
    ? `no row has ${describeFilter(filter)} (${all} shows all)`
    : `no row to show: ${describeFilter(filter)} (${all} shows all)`;
}

/** Index of the selected row among those that are shown; -1 when it isn't one of them. */
export function placeOf(view: View): number {
  const rows = shownRows(view);
  if (rows === view.review.rows) return indexOfRow(view.review, view.selected);
  return rows.findIndex((row) => row.id === view.selected);
}

/** The view with another filter, and how many rows that leaves. */
export function showOnly(view: View, filter: Filter): View {
  const next = settle({ ...view, filter });
  const shown = shownRows(next).length;
  if (shown === 0) return say(next, nothingShown(next));
  const count = `${shown} of ${view.review.rows.length} rows`;
  return say(next, filter.by === 'all' ? 'all rows' : `${count}: ${describeFilter(filter)}`);
}

/** The layout of a view. */
export function layoutOf(view: View): Layout {
  const { columns, rows, review, column, detail } = view;
  const [streams, count] = [review.streams.length, review.rows.length];
  return layout({ columns, rows, streams, active: column, count, detail });
}

/** Keeps the selection on a row that is shown and in sight; call after every change. */
export function settle(view: View): View {
  const rows = shownRows(view);
  let place = placeOf(view);
  let selected = view.selected;
  if (place < 0 && rows.length > 0) {
    place = Math.max(0, Math.min(view.place, rows.length - 1));
    selected = rows[place]?.id ?? selected;
  }
  const top = scrollTo(view.top, Math.max(0, place), layoutOf(view).listLines, rows.length);
  const column = Math.min(view.column, Math.max(0, view.review.streams.length - 1));
  const same = selected === view.selected;
  if (same && top === view.top && column === view.column && place === view.place) return view;
  const detailTop = same ? view.detailTop : 0;
  return { ...view, selected, top, column, place: Math.max(0, place), detailTop };
}

/** The selected row, when there is one. */
export function selectedRow(view: View): ReviewRow | undefined {
  const row = view.review.rows[indexOfRow(view.review, view.selected)];
  return row !== undefined && placeOf(view) >= 0 ? row : undefined;
}

/** The view standing on another row. */
export function select(view: View, id: number): View {
  if (id === view.selected) return view;
  return settle({ ...view, selected: id, detailTop: 0 });
}

/** What a new screen needs to know. */
export interface ViewOptions {
  readonly review: Review;
  readonly title: string;
  readonly readOnly: string | null;
  readonly keymap: Keymap;
  readonly threshold: number;
  readonly columns: number;
  readonly rows: number;
  readonly saved: number;
  readonly check?: RowChecker;
}

/** The first view: on the first row that needs review. */
export function openView(options: ViewOptions): View {
  const { review, threshold, check } = options;
  const first =
    review.rows.find((row) => needsReview(row, threshold)) ??
    review.rows.find((row) => row.status === 'unreviewed') ??
    review.rows[0];
  return settle({
    ...options,
    check: check ?? null,
    selected: first?.id ?? -1,
    place: 0,
    column: 0,
    top: 0,
    detailTop: 0,
    detail: null,
    filter: noFilter,
    sorting: 'order',
    query: null,
    marked: [],
    mode: { type: 'normal' },
    toast: null,
    count: '',
    diff: 'auto',
    interrupted: false,
  });
}

/** The next row in a direction that satisfies `wanted`, as a view; says so when there is none. */
export function jump(
  view: View,
  step: 1 | -1,
  wanted: (row: ReviewRow) => boolean,
  none: string,
): View {
  const row = findRow(shownRows(view), view.selected, step, wanted);
  return row === undefined ? say(view, none) : select(view, row.id);
}
