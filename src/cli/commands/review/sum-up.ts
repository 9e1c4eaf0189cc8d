/** The summary printed when a review is closed. */
import { relative } from 'node:path';
import type { Review } from '../../../review/model.js';
import { describeQueue, progress } from '../../../review/queue.js';
import { oneLine } from '../../../terminal/safe-text.js';
import { shellWord } from '../../output/shell-word.js';

/** A review at the end of a session. */
export interface ClosedReview {
  readonly review: Review;
  /** Absolute path of its file. */
  readonly path: string;
  readonly cwd: string;
  readonly threshold: number;
}

/** Three lines: the counts, and the two likely next commands. */
export function sumUp({ review, path, cwd, threshold }: ClosedReview): string {
  const counts = progress(review, threshold);
  const near = relative(cwd, path);
  const file = oneLine(near.startsWith('..') ? path : near);
  const decided = counts.accepted + counts.rejected + counts.edited;
  const kinds = (['accepted', 'rejected', 'edited'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} ${kind}`);
  const detail = kinds.length > 0 ? ` (${kinds.join(', ')})` : '';
  const left = counts.toReview > 0 ? `, ${counts.toReview} to review${describeQueue(counts)}` : '';
  return [
    `${file}: ${decided} of ${counts.total} rows decided${detail}${left}`,
    `  continue: paralign review ${shellWord(file)}`,
    `  export:   paralign convert ${shellWord(file)} -o ${shellWord(file.replace(/\.paralign$/, '.csv'))}`,
    '',
  ].join('\n');
}
