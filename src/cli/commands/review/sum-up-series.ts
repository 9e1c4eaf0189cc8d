/** The summary printed when the reviews of a folder are closed. */
import { countToReview } from '../../../review/doubt.js';
import { oneLine } from '../../../terminal/safe-text.js';
import { presentSeries } from '../../../tui/view/series-now.js';
import type { View } from '../../../tui/view/view-state.js';
import { shellWord } from '../../output/shell-word.js';

/** The counts over all reviews, the skipped ones, and the likely next commands. */
export function sumUpSeries(view: View): string {
  const series = presentSeries(view);
  if (series === null) return '';
  const used = series.reviews.filter(({ skipped }) => skipped === null);
  const sum = { rows: 0, accepted: 0, rejected: 0, edited: 0, left: 0 };
  for (const { counts } of used) {
    for (const key of ['rows', 'accepted', 'rejected', 'edited'] as const) sum[key] += counts[key];
    sum.left += countToReview(counts, view.threshold);
  }
  const folder = oneLine(series.folder);
  const decided = sum.accepted + sum.rejected + sum.edited;
  const kinds = (['accepted', 'rejected', 'edited'] as const)
    .filter((kind) => sum[kind] > 0)
    .map((kind) => `${sum[kind]} ${kind}`);
  const detail = kinds.length > 0 ? ` (${kinds.join(', ')})` : '';
  const unfinished = used.filter(({ counts }) => countToReview(counts, view.threshold) > 0).length;
  const left = sum.left > 0 ? `, ${sum.left} to review in ${unfinished}` : '';
  const reviews = used.length === 1 ? 'review' : 'reviews';
  const example = `${folder.replace(/[\\/]+$/, '')}/${oneLine(series.reviews[series.at]?.name ?? '')}`;
  return [
    `${folder}: ${used.length} ${reviews}: ${decided} of ${sum.rows} rows decided${detail}${left}`,
    ...series.reviews.flatMap(({ name, skipped }) =>
      skipped === null ? [] : [`  skipped:  ${oneLine(`${name}: ${skipped}`)}`],
    ),
    `  continue: paralign review ${shellWord(folder)}`,
    `  export:   paralign convert ${shellWord(example)} -o ${shellWord(example.replace(/\.paralign$/i, '.csv'))}`,
    '',
  ].join('\n');
}
