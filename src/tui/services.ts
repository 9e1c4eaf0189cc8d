/** What the review screen needs from the rest of the program. */
import type { ReviewStore } from '../platform/review/review-store.js';
import type { Draft, Review } from '../review/model.js';
import type { ViewOptions } from './view/open-view.js';
import type { ColumnWords } from './view/row-words.js';
import type { PageLine } from './view/page-line.js';

/** The outcome of an export. */
export type ExportOutcome =
  | { readonly done: true; readonly message: string }
  | { readonly done: false; readonly exists: string };

/** Everything that needs models, other programs or files, injected so that the screen doesn't depend on them. */
export interface ReviewServices {
  readonly store: ReviewStore;
  /**
   * Writes an export; `path` is what was typed: a file, and filters behind it. Returns a message, or the
   * path of an existing file that it may not replace.
   */
  exportTo(path: string, review: Review, replace: boolean): Promise<ExportOutcome>;
  /** The page that explains a row. */
  explain(review: Review, row: number): Promise<readonly PageLine[]>;
  /** Words of a row that say the same, for every two columns. */
  words?(review: Review, row: number): Promise<readonly ColumnWords[]>;
  /** The step that realigns the rows around one. */
  realign(review: Review, row: number): Promise<Draft>;
  /** The step that corrects a paragraph's language. */
  relabel(review: Review, source: number, paragraph: number, language: string): Promise<Draft>;
  /** Opens the review at an index of the series for writing; rejects if it can't. */
  openOther?(index: number): Promise<OpenedOther>;
}

/** Another review of a series, open. */
export interface OpenedOther extends Pick<ViewOptions, 'review' | 'title' | 'saved' | 'check'> {
  /** Messages about its files. */
  readonly notices: readonly string[];
  readonly services: ReviewServices;
}
