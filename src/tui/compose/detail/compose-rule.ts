/** The line between list and detail. */
import { rowType } from '../../../review/lookup.js';
import type { ReviewRow } from '../../../review/model.js';
import { lineWidth, truncateLine, type Line, type Run } from '../../../terminal/line.js';
import { rowStyle, showConfidence } from '../list/compose-list.js';
import type { Theme } from '../../theme/theme.js';
import type { View } from '../../view/view-state.js';

const plain = (text: string): Run => ({ text, style: '' });

/** Where we are, what is known of the row, how much of it is in sight. */
export function composeRule(
  view: View,
  row: ReviewRow | undefined,
  place: number,
  count: number,
  theme: Theme,
  inSight: string,
): Line {
  const { symbols } = theme;
  const dot = ` ${symbols.dot} `;
  const rule = (length: number): Run => ({
    text: symbols.rule.repeat(Math.max(0, length)),
    style: 'dim',
  });
  const width = view.columns - 2;
  if (row === undefined) return [rule(width)];
  const words: Line = [
    plain(`${place + 1} of ${count}${dot}${rowType(row)}${dot}confidence `),
    { text: showConfidence(row.confidence), style: rowStyle(row, view.threshold) },
    plain(`${dot}score ${row.score.toFixed(2)}${dot}${row.method}`),
    plain(row.crossing ? `${dot}crossing` : ''),
    plain(`${dot}${row.status}${row.doubt ? ', needs review' : ''}`),
    plain(row.flagged ? `${dot}flagged` : ''),
  ];
  const end: Line = inSight === '' ? [] : [plain(` ${inSight} `), rule(2)];
  const room = width - lineWidth(end);
  const begin = truncateLine([rule(2), plain(' '), ...words, plain(' ')], room, symbols.ellipsis);
  return [...begin, rule(room - lineWidth(begin)), ...end];
}
