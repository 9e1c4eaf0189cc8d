/** The first line of the screen: whose review, saved or not, and what is shown of it. */
import { describeFilter } from '../../review/view.js';
import { lineWidth, plain, run, type Line, type Run } from '../../terminal/line.js';
import { shownRows } from '../view/selection.js';
import type { View } from '../view/view-state.js';

/** The title line. */
export function composeTitle(view: View): Line {
  const { review, filter, sorting, saved, readOnly } = view;
  const changed = review.sequence !== saved ? ' [+]' : '';
  const left: Line = [
    run(' paralign review ', 'inverse'),
    run(`  ${view.title}${changed}`, 'title'),
    run(readOnly === null ? '' : '  read only', 'fair'),
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
  // What matters least stands last, and goes first.
  while (gap(right) < 2 && parts.length > 1) {
    parts.pop();
    right = run(parts.join('   '), 'dim');
  }
  return [...left, plain(' '.repeat(Math.max(2, gap(right)))), right];
}
