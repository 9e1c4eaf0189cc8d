/** Commands that move the selection, the active column and the detail pane. */
import type { ReviewRow } from '../../review/model.js';
import { failsCheck, isOneToOne, needsReview } from '../../review/queue.js';
import type { CommandName } from '../view/command-table.js';
import { goToRow, jump, layoutOf, placeOf, select, settle, shownRows } from '../view/selection.js';
import { stay, type Step } from '../view/step.js';
import type { View } from '../view/view-state.js';
import { jumpToHit } from '../view/search-hits.js';
import { scrollDetail } from './scroll-detail.js';
import { walkOn } from '../view/walk-series.js';

/** Runs a command that moves; null for any other. `typed` is the number typed before it, if any. */
export function moveCommand(view: View, name: CommandName, typed: number | null): Step | null {
  if (name === 'nextDoubt' || name === 'previousDoubt')
    return toDoubt(view, name === 'nextDoubt' ? 1 : -1);
  const jumped = jumps[name];
  if (jumped !== undefined) return stay(jumpTo(view, jumped));
  const count = typed ?? 1;
  const page = Math.max(1, layoutOf(view).listLines - 1);
  const half = Math.max(1, Math.floor(page / 2));
  const streams = Math.max(1, view.review.streams.length);
  switch (name) {
    case 'next':
      return stay(moveBy(view, count));
    case 'previous':
      return stay(moveBy(view, -count));
    case 'pageDown':
      return stay(moveBy(view, page * count));
    case 'pageUp':
      return stay(moveBy(view, -page * count));
    case 'halfDown':
      return stay(moveBy(view, half * count));
    case 'halfUp':
      return stay(moveBy(view, -half * count));
    case 'first':
      return stay(typed === null ? moveToPlace(view, 1) : goToRow(view, typed));
    case 'last':
      return stay(typed === null ? moveToPlace(view, Infinity) : goToRow(view, typed));
    case 'nextHit':
      return nextHit(view, 1);
    case 'previousHit':
      return nextHit(view, -1);
    case 'columnRight':
      return stay(toColumn(view, (view.column + 1) % streams));
    case 'columnLeft':
      return stay(toColumn(view, (view.column + streams - 1) % streams));
    case 'detailDown':
      return stay(scrollDetail(view, count));
    case 'detailUp':
      return stay(scrollDetail(view, -count));
    default:
      return null;
  }
}

/** Selects the row `distance` places further down among those shown; up if it is negative. */
function moveBy(view: View, distance: number): View {
  return moveToPlace(view, placeOf(view) + 1 + distance);
}

/** Selects the row at a place, counted from 1, among those shown; beyond either end, the row at that end. */
function moveToPlace(view: View, place: number): View {
  const rows = shownRows(view);
  const row = rows[Math.max(0, Math.min(place - 1, rows.length - 1))];
  return row === undefined ? view : select(view, row.id);
}

/** Which rows a command stops at, and the message if there is none. */
interface Stop {
  readonly wanted: (row: ReviewRow, threshold: number) => boolean;
  readonly none: string;
}

const doubtful: Stop = { wanted: needsReview, none: 'no other row needs review' };
const open: Stop = {
  wanted: (row) => row.status === 'unreviewed',
  none: 'no other undecided row',
};
const uneven: Stop = { wanted: (row) => !isOneToOne(row), none: 'all other rows are 1-1' };
const failing: Stop = { wanted: failsCheck, none: 'no other row has a failing check' };

const jumps: Readonly<Partial<Record<CommandName, Stop & { readonly direction: 1 | -1 }>>> = {
  nextOpen: { ...open, direction: 1 },
  previousOpen: { ...open, direction: -1 },
  nextUneven: { ...uneven, direction: 1 },
  previousUneven: { ...uneven, direction: -1 },
  nextCheck: { ...failing, direction: 1 },
  previousCheck: { ...failing, direction: -1 },
};

function jumpTo(view: View, { wanted, none, direction }: Stop & { direction: 1 | -1 }): View {
  return jump(view, direction, (row) => wanted(row, view.threshold), none);
}

/** The next row that matches the search; without a search, the next row that needs review. */
function nextHit(view: View, direction: 1 | -1): Step {
  const { query } = view;
  return query === null ? toDoubt(view, direction) : stay(jumpToHit(view, query, direction));
}

/**
 * Goes to the next row that needs review. In a series, after the last one of a review, it opens the
 * next review that has any; if none has, it wraps around, as in a single review.
 */
function toDoubt(view: View, direction: 1 | -1): Step {
  const here = stay(jumpTo(view, { ...doubtful, direction }));
  if (view.series === null) return here;
  const distance = placeOf(here.view) - placeOf(view);
  if (distance * direction > 0) return here;
  return walkOn(view, direction, 'doubt') ?? here;
}

/** Activates a column; the detail pane scrolls to show it. */
function toColumn(view: View, column: number): View {
  return settle({ ...view, column, detailTop: 0 });
}
