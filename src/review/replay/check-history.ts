/** Checks that everything that can be undone and redone matches the review. */
import type { Entry, Review } from '../model.js';
import { sentenceIdLimit, sentencesIn, WorkingReview } from './working-review.js';

/** The first entry, going from the present, that does not match. */
export interface BadEntry {
  /** 1-based: the first thing done is 1. */
  readonly number: number;
  readonly label: string;
  readonly problem: string;
}

/** The result of checking the history. */
export interface HistoryCheck {
  /** The entry at which undo, or otherwise redo, would fail; null if there is none. */
  readonly bad: BadEntry | null;
  /** The review with the part of its history, around the present, that matches. */
  readonly usable: Review;
}

/**
 * Undoes and redoes everything as `undo` and `redo` would, without changing `review`. Linear in the review and its history.
 */
export function checkHistory(review: Review): HistoryCheck {
  const { position, entries } = review.history;
  if (entries.length === 0) return { bad: null, usable: review };
  const count = review.sentences.length + sentencesIn(entries);
  const limit = sentenceIdLimit(count);
  const undone = walk(review, limit, entries.slice(0, position).reverse(), 'revert');
  const redone = walk(review, limit, entries.slice(position), 'apply');
  const [first, last] = [position - undone.done, position + redone.done];
  const numberOf = undone.problem === null ? last : first - 1;
  const problem = undone.problem ?? redone.problem;
  if (problem === null) return { bad: null, usable: review };
  return {
    bad: { number: numberOf + 1, label: entries[numberOf]?.label ?? '', problem },
    usable: {
      ...review,
      history: { position: position - first, entries: entries.slice(first, last) },
    },
  };
}

/** How many of the entries can be applied, and why the next one can't. */
function walk(
  review: Review,
  limit: number,
  entries: readonly Entry[],
  way: 'apply' | 'revert',
): { readonly done: number; readonly problem: string | null } {
  if (entries.length === 0) return { done: 0, problem: null };
  const working = new WorkingReview(review, limit);
  for (const [done, entry] of entries.entries()) {
    try {
      working[way](entry);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return { done, problem: error.message };
    }
  }
  return { done: entries.length, problem: null };
}
