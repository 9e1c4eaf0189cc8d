/** The view that a review begins with. */
import type { Review, RowChecker } from '../../review/model.js';
import { needsReview } from '../../review/queue.js';
import { noFilter } from '../../review/view.js';
import type { Keymap } from './keymap.js';
import { settle } from './selection.js';
import type { View } from './view-state.js';

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
