/** The line between list and detail pane: place, facts about the row, how much of it is visible. */
import type { ReviewRow } from '../../../review/model.js';
import { noiseReason } from '../../../review/noise.js';
import { rowNumber, rowType } from '../../../review/lookup.js';
import { confidenceOf } from '../../../review/queue.js';
import { lineWidth, plain, truncateLine, type Line, type Run } from '../../../terminal/line.js';
import { describeDoubts, rowStyle, showConfidence } from '../../theme/row-style.js';
import type { Theme } from '../../theme/theme.js';
import { placeOf, selectedRow, shownRows } from '../../view/selection.js';
import type { View } from '../../view/view-state.js';

/** A row's decision; for edited rows, also what was changed. */
function statusText({ status, method, edits }: ReviewRow): string {
  if (status !== 'edited') return status;
  const kinds = [
    ...(method === 'manual' ? ['links'] : []),
    ...(Object.keys(edits).length > 0 ? ['text'] : []),
  ];
  return kinds.length === 0 ? status : `edited: ${kinds.join(', ')}`;
}

/** From this width on, there is room for the score and the method. */
const scoreColumns = 110;

function measured(row: ReviewRow, dot: string): string {
  const score = confidenceOf(row) === null ? '-' : row.score.toFixed(2);
  return `${dot}score ${score}${dot}${row.method}`;
}

/** The rule; ends with `inSight`, which says which lines of the pane are visible ("" if all are). */
export function composeRule(view: View, theme: Theme, inSight: string): Line {
  const { symbols } = theme;
  const row = selectedRow(view);
  const dot = ` ${symbols.dot} `;
  const rule = (length: number): Run => ({
    text: symbols.rule.repeat(Math.max(0, length)),
    style: 'dim',
  });
  const width = view.columns - 2;
  if (row === undefined) return [rule(width)];
  const reason = noiseReason(view.review, row);
  const place = `${placeOf(view) + 1} of ${shownRows(view).length}`;
  const name = reason === null ? `#${rowNumber(row)}${dot}${place}` : place;
  const doubts = row.doubt ? '' : describeDoubts(row, view.threshold);
  const words: Line =
    reason !== null
      ? [plain(`${name}${dot}${rowType(row)}${dot}noise: ${reason}`)]
      : [
          plain(`${name}${dot}${rowType(row)}${dot}confidence `),
          { text: showConfidence(row), style: rowStyle(row, view.threshold) },
          plain(view.columns >= scoreColumns ? measured(row, dot) : ''),
          plain(row.crossing ? `${dot}crossing` : ''),
          plain(`${dot}${statusText(row)}${row.doubt ? ', needs review' : ''}`),
          plain(doubts === '' ? '' : `${dot}${doubts}`),
          plain(row.flagged ? `${dot}flagged` : ''),
        ];
  const end: Line = inSight === '' ? [] : [plain(` ${inSight} `), rule(2)];
  const room = width - lineWidth(end);
  const begin = truncateLine([rule(2), plain(' '), ...words, plain(' ')], room, symbols.ellipsis);
  return [...begin, rule(room - lineWidth(begin)), ...end];
}
