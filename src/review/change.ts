/** Applies and reverses steps: the basis of undo, redo and the journal. */
import { indexOfRow } from './lookup.js';
import type { Change, Entry, Review, ReviewRow } from './model.js';

/** The change that reverses `change`. */
export function invertChange(change: Change): Change {
  switch (change.type) {
    case 'rows':
      return { ...change, removed: change.inserted, inserted: change.removed };
    case 'sentences':
      return { ...change, removed: change.inserted, inserted: change.removed };
    case 'status':
      return { ...change, before: change.after, after: change.before };
    case 'paragraph':
      return { ...change, before: change.after, after: change.before };
  }
}

/**
 * The review after one change, history untouched. O(rows). Throws RangeError if the change
 * doesn't match, which only a damaged file or a bug can cause.
 */
export function applyChange(review: Review, change: Change): Review {
  switch (change.type) {
    case 'rows': {
      const found = review.rows.slice(change.at, change.at + change.removed.length);
      const fits =
        found.length === change.removed.length &&
        found.every((row, index) => row.id === change.removed[index]?.id);
      if (!fits) throw new RangeError(`the rows at ${change.at} are not those the change expects`);
      // Not with `splice`: inserted items are arguments, and there can be too many.
      const rows = [
        ...review.rows.slice(0, change.at),
        ...change.inserted,
        ...review.rows.slice(change.at + change.removed.length),
      ];
      const nextRow = change.inserted.reduce(
        (next, row) => Math.max(next, row.id + 1),
        review.nextRow,
      );
      return { ...review, rows, nextRow };
    }
    case 'status': {
      const rows: ReviewRow[] = [...review.rows];
      change.rows.forEach((id, index) => {
        const at = indexOfRow(review, id);
        const row = rows[at];
        const status = change.after[index];
        if (row === undefined || status === undefined || row.status !== change.before[index]) {
          throw new RangeError(`row ${id} is not what the change expects`);
        }
        rows[at] = { ...row, status };
      });
      return { ...review, rows };
    }
    case 'sentences': {
      const sentences = [...review.sentences];
      for (const sentence of change.removed) {
        if (sentences[sentence.id] === undefined) {
          throw new RangeError(`there is no sentence ${sentence.id} to split`);
        }
        sentences[sentence.id] = undefined;
      }
      for (const sentence of change.inserted) sentences[sentence.id] = sentence;
      // Unused ids at the end are given again, as after reopening the file.
      while (sentences.length > 0 && sentences.at(-1) === undefined) sentences.pop();
      return { ...review, sentences };
    }
    case 'paragraph': {
      const sources = review.sources.map((source, index) =>
        index !== change.source
          ? source
          : {
              ...source,
              paragraphs: source.paragraphs.map((paragraph) =>
                paragraph.number === change.number
                  ? { ...paragraph, language: change.after }
                  : paragraph,
              ),
            },
      );
      return { ...review, sources };
    }
  }
}

/** The review after all changes of an entry. */
export function applyEntry(review: Review, entry: Entry): Review {
  return entry.changes.reduce(applyChange, review);
}

/** The review after reversing all changes of an entry, last one first. */
export function revertEntry(review: Review, entry: Entry): Review {
  return entry.changes.map(invertChange).reverse().reduce(applyChange, review);
}
