/** The first view of a review. */
import type { Review, ReviewRow, RowChecker } from '../../review/model.js';
import { needsReview } from '../../review/queue.js';
import { noFilter } from '../../review/view.js';
import type { Keymap } from './keymap.js';
import { settle } from './selection.js';
import type { Series } from './series.js';
import type { View } from './view-state.js';

/** What the first view is made from. */
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
  readonly series?: Series | null;
  /** Start on the last row that needs review instead of the first. */
  readonly fromEnd?: boolean;
}

/** The first view, on the first row that needs review. */
export function openView({ fromEnd = false, ...options }: ViewOptions): View {
  const { review, threshold, check, series } = options;
  const doubtful = (row: ReviewRow): boolean => needsReview(row, threshold);
  const first =
    (fromEnd ? review.rows.findLast(doubtful) : review.rows.find(doubtful)) ??
    review.rows.find((row) => row.status === 'unreviewed') ??
    review.rows[0];
  return settle({
    ...options,
    check: check ?? null,
    series: series ?? null,
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
    showsWords: false,
    words: null,
    interrupted: false,
  });
}
