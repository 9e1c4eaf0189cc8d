/** What a review's screen asks of the rest of the program. */
import type { ReviewStore } from '../platform/review/review-store.js';
import type { Draft, Review } from '../review/model.js';
import type { ViewOptions } from './view/open-view.js';
import type { PageLine } from './view/page-line.js';

/** What became of an export. */
export type ExportOutcome =
  | { readonly done: true; readonly message: string }
  | { readonly done: false; readonly exists: string };

/** What needs models, other programs or files: given from outside, so that the screen needs none of it. */
export interface ReviewServices {
  readonly store: ReviewStore;
  /** Writes an export; says what it wrote, or that a file is there which it may not replace. */
  exportTo(path: string, review: Review, replace: boolean): Promise<ExportOutcome>;
  /** The page that says why a row is as it is. */
  explain(review: Review, row: number): Promise<readonly PageLine[]>;
  /** The step that realigns the rows around one. */
  realign(review: Review, row: number): Promise<Draft>;
  /** The step that corrects a paragraph's language. */
  relabel(review: Review, source: number, paragraph: number, language: string): Promise<Draft>;
  /** Opens the review at an index of the series for writing; rejects when it can't be had. */
  openOther?(index: number): Promise<OpenedOther>;
}

/** Another review of a series, open. */
export interface OpenedOther extends Pick<ViewOptions, 'review' | 'title' | 'saved' | 'check'> {
  /** What the person should know about its files. */
  readonly notices: readonly string[];
  readonly services: ReviewServices;
}
