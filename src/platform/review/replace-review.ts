/** Replaces an open review with another; the previous one is kept beside it. */
import { extname } from 'node:path';
import { formatReview } from '../../review/file/format-review.js';
import type { Review } from '../../review/model.js';
import { checkOutputFile, writeOutputFile } from '../output-files.js';
import { type LoadedReview } from './review-file.js';
import { exists, type ReviewStore } from './review-store.js';

/**
 * Writes the opened review, including its journal, to a new file `FILE.old-1.paralign` (or the first
 * free number), and then `review` to FILE. Returns the path of the previous one. If anything fails,
 * FILE is unchanged.
 *
 * @throws AppError `read-only` if the review must not be changed; also as `writeOutputFile`
 */
export async function replaceReview(
  opened: LoadedReview & { readonly store: ReviewStore },
  review: Review,
): Promise<string> {
  const { path } = opened.store;
  const before = await freePath(path);
  await checkOutputFile(before, { clobber: false });
  await writeOutputFile(before, formatReview(opened.review));
  await opened.store.save(review);
  return before;
}

/** An unused name for a review. */
async function freePath(path: string): Promise<string> {
  const ending = extname(path);
  const stem = path.slice(0, path.length - ending.length);
  for (let number = 1; ; number++) {
    const free = `${stem}.old-${number}${ending}`;
    if (!(await exists(free))) return free;
  }
}
