/** The line that shows what is done and what is left. */
import { noiseRows } from '../../review/noise.js';
import { describeQueue, progress, type Progress } from '../../review/queue.js';
import { plain, type Line } from '../../terminal/line.js';
import type { Theme } from '../theme/theme.js';
import { keyHint } from '../view/keymap.js';
import type { View } from '../view/view-state.js';

/** The progress line. */
export function composeProgress(view: View, theme: Theme): Line {
  const { symbols } = theme;
  const counts = progress(view.review, view.threshold);
  const noise = noiseRows(view.review).length;
  const done = counts.total - counts.unreviewed;
  const share = counts.total === 0 ? 1 : done / counts.total;
  const width = view.columns >= 100 ? 24 : 10;
  const full = Math.floor(share * width);
  const percent = Math.floor(share * 100);
  return [
    plain(' '),
    { text: symbols.full.repeat(full), style: 'human' },
    { text: symbols.rest.repeat(width - full), style: 'dim' },
    plain(` ${done}/${counts.total} ${percent} %  `),
    { text: `${symbols.accepted}${counts.accepted} `, style: 'human' },
    { text: `${symbols.rejected}${counts.rejected} `, style: 'human' },
    { text: `${symbols.edited}${counts.edited} `, style: 'human' },
    { text: `${symbols.doubtful}${counts.toReview}`, style: counts.toReview > 0 ? 'poor' : 'good' },
    plain(toReview(counts, view)),
    plain(counts.flagged > 0 ? `  ${symbols.flag}${counts.flagged}` : ''),
    plain(noise > 0 ? `  ${symbols.noise}${noise}` : ''),
    { text: view.count === '' ? '' : `   ${view.count}`, style: 'bold' },
  ];
}

function toReview(counts: Progress, { keymap, filter, columns }: View): string {
  if (counts.unreviewed === 0) return ' all done';
  // That key accepts only rows that are shown.
  if (counts.toReview > 0 || filter.by !== 'all')
    return ` to review${columns >= 100 ? describeQueue(counts) : ''}`;
  return ` to review; ${keyHint(keymap, 'acceptConfident')} accepts the other ${counts.unreviewed}`;
}
