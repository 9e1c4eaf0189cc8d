/** The first line of the screen: which review, whether it is saved, and what is shown of it. */
import { describeFilter } from '../../review/view.js';
import { lineWidth, plain, run, truncateLine, type Line, type Run } from '../../terminal/line.js';
import { shownRows } from '../view/selection.js';
import { standing } from '../view/series-now.js';
import type { View } from '../view/view-state.js';

/** The title line. */
export function composeTitle(view: View): Line {
  const { review, filter, sorting, saved, readOnly } = view;
  const changed = review.sequence !== saved ? ' [+]' : '';
  const among = standing(view);
  const name = plain(view.title);
  // A long name must not push out the place in the series.
  const least = ' paralign review   [+]    '.length + among.length;
  const whole =
    among === '' ? [name] : truncateLine([name], Math.max(8, view.columns - 2 - least), '...');
  const left: Line = [
    run(' paralign review ', 'inverse'),
    plain('  '),
    ...whole.map(({ text }) => run(text, 'title')),
    run(changed, 'title'),
    run(readOnly === null ? '' : '  read-only', 'fair'),
    plain(among === '' ? '' : `  ${among}`),
  ];
  const parts = [
    filter.by === 'all' ? '' : `showing: ${describeFilter(filter)} (${shownRows(view).length})`,
    sorting === 'order' ? '' : 'least certain first',
    view.query === null ? '' : `search: ${view.query.text}`,
    `threshold ${view.threshold.toFixed(2)}`,
  ].filter((part) => part !== '');
  const room = view.columns - 2 - lineWidth(left);
  const gap = (right: Run) => room - lineWidth([right]);
  let right = run(parts.join('   '), 'dim');
  // The least important part is last, and dropped first.
  while (gap(right) < 2 && parts.length > 1) {
    parts.pop();
    right = run(parts.join('   '), 'dim');
  }
  return [...left, plain(' '.repeat(Math.max(2, gap(right)))), right];
}
