/**
 * Unlimited doing, undoing and redoing. Each of the three is one record. The journal keeps the records,
 * and replaying them on the original review gives the same review again.
 */
import { applyEntry, revertEntry } from './change.js';
import type { Entry, Review } from './model.js';

/** One thing the reviewer did: a new step, or a walk along the history. */
export type Action =
  | { readonly type: 'do'; readonly entry: Entry }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' };

/** The step that undo would reverse. */
export function undoable(review: Review): Entry | undefined {
  return review.history.entries[review.history.position - 1];
}

/** The step that redo would apply. */
export function redoable(review: Review): Entry | undefined {
  return review.history.entries[review.history.position];
}

/**
 * The review after an action. A new step discards what was undone before it. Undo at the beginning
 * and redo at the end throw RangeError: check `undoable` and `redoable` first.
 */
export function act(review: Review, action: Action): Review {
  const { position, entries } = review.history;
  const sequence = review.sequence + 1;
  switch (action.type) {
    case 'do':
      return {
        ...applyEntry(review, action.entry),
        history: { position: position + 1, entries: [...entries.slice(0, position), action.entry] },
        sequence,
      };
    case 'undo': {
      const entry = undoable(review);
      if (entry === undefined) throw new RangeError('nothing to undo');
      return {
        ...revertEntry(review, entry),
        history: { position: position - 1, entries },
        sequence,
      };
    }
    case 'redo': {
      const entry = redoable(review);
      if (entry === undefined) throw new RangeError('nothing to redo');
      return {
        ...applyEntry(review, entry),
        history: { position: position + 1, entries },
        sequence,
      };
    }
  }
}
