/** Checks rows that a reviewer changes, as an alignment does. */
import { Checker } from '../check/checker.js';
import type { Cells } from '../check/passages.js';
import type { Review, ReviewRow, RowChecker } from './model.js';
import { partsOf, type Parts } from './parts.js';

/**
 * Makes the checker of a review being opened. It learns what is usual between the texts from the rows at
 * that moment, whatever the reviewer changes later. So a row keeps the checks that the run gave it, and
 * an operation gives the same result however often it is undone and redone. When the review is opened
 * again, other things may be usual.
 *
 * The rows are read when the first one changes, not before the screen appears: 10,000 of them take
 * just under a second.
 */
export function makeRowChecker(opened: Review): RowChecker {
  let first: Checker | undefined;
  let current: { readonly streams: Parts['streams']; readonly checker: Checker } | undefined;
  return (review, cells, edits = {}) => {
    const { streams, positions } = partsOf(review);
    if (current?.streams !== streams) {
      // Sentences were split again, or this is the first check.
      first ??= checkerOf(opened);
      current = { streams, checker: first.over(streams) };
    }
    return current.checker.check({ ...cellsOf(positions, cells), edits });
  };
}

function checkerOf(review: Review): Checker {
  const { streams, positions } = partsOf(review);
  return new Checker(
    streams,
    review.rows.map(({ cells }) => cellsOf(positions, cells)),
    undefined,
    review.origin.glossary,
  );
}

/** Cells of sentence ids as cells of positions in the streams. */
function cellsOf(positions: Parts['positions'], cells: ReviewRow['cells']): Cells {
  return { cells: cells.map((cell) => cell.map((id) => positions[id] ?? -1)) };
}
