/** Which rows are shown, which one is selected, and how the selection moves. */
import { indexOfRow, rowNumber } from '../../review/lookup.js';
import type { ReviewRow } from '../../review/model.js';
import { findRow } from '../../review/queue.js';
import { describeFilter, visibleRows, type Filter } from '../../review/view.js';
import { keyHint } from './keymap.js';
import { layout, scrollTo, type Layout } from './layout.js';
import { say, type View } from './view-state.js';

/** The rows that are shown; remembered per review, filter and order. */
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

/** The message when the filter leaves no row. */
export function nothingShown({ filter, keymap }: View): string {
  const all = `${keyHint(keymap, 'filter')} f`;
  return filter.by === 'text'
    ? `no row matches ${describeFilter(filter)} (${all} shows all)`
    : `no row to show: ${describeFilter(filter)} (${all} shows all)`;
}

/** Index of the selected row among those shown; -1 if it isn't one of them. */
export function placeOf(view: View): number {
  const rows = shownRows(view);
  if (rows === view.review.rows) return indexOfRow(view.review, view.selected);
  return rows.findIndex((row) => row.id === view.selected);
}

/** The view with another filter, and a message saying how many rows are left. */
export function showOnly(view: View, filter: Filter): View {
  const next = settle({ ...view, filter });
  const shown = shownRows(next).length;
  if (shown === 0) return say(next, nothingShown(next));
  if (filter.by === 'noise') {
    const key = keyHint(view.keymap, 'noise');
    return say(
      next,
      `${shown === 1 ? '1 piece' : `${shown} pieces`} of noise; ${key} restores the text`,
    );
  }
  const count = `${shown} of ${view.review.rows.length} rows`;
  return say(next, filter.by === 'all' ? 'all rows' : `${count}: ${describeFilter(filter)}`);
}

/** The layout of a view. */
export function layoutOf(view: View): Layout {
  const { columns, rows, review, column, detail } = view;
  const [streams, count] = [review.streams.length, review.rows.length];
  const highest = review.nextRow;
  return layout({ columns, rows, streams, active: column, count, highest, detail });
}

/** Keeps the selection on a row that is shown and visible; call it after every change. */
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

/** The selected row, if any. */
export function selectedRow(view: View): ReviewRow | undefined {
  return shownRows(view)[placeOf(view)];
}

/** The view with another row selected. */
export function select(view: View, id: number): View {
  if (id === view.selected) return view;
  return settle({ ...view, selected: id, detailTop: 0 });
}

/** The view on the row with a number; shows all rows if the filter hides that one. */
export function goToRow(view: View, number: number): View {
  const row = view.review.rows.find((own) => rowNumber(own) === number);
  if (row === undefined) return say(view, `there is no row ${number}`, 'warning');
  const there = shownRows(view).includes(row) ? view : settle({ ...view, filter: { by: 'all' } });
  return select(there, row.id);
}

/** The view on the next row in a direction that satisfies `wanted`; says `none` if there is no such row. */
export function jump(
  view: View,
  step: 1 | -1,
  wanted: (row: ReviewRow) => boolean,
  none: string,
): View {
  const row = findRow(shownRows(view), view.selected, step, wanted);
  return row === undefined ? say(view, none) : select(view, row.id);
}
