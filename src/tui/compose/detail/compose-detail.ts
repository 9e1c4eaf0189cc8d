/** The detail pane: the whole text of the selected row, one block per column, then checks and note. */
import { describeQuality } from '../../../quality-faults.js';
import { describeCheck } from '../../../check/describe-check.js';
import { columnLabel } from '../../../review/lookup.js';
import type { ReviewRow } from '../../../review/model.js';
import { besideLabel } from '../../../terminal/beside-label.js';
import { run, type Line } from '../../../terminal/line.js';
import type { Theme } from '../../theme/theme.js';
import type { View } from '../../view/view-state.js';
import { rowPlaces } from './row-places.js';
import { describeWords, type ColumnWords } from '../../view/row-words.js';
import { composeBlock, labelWidth } from './compose-block.js';
import { diffPair } from './compose-diff.js';
import type { Detail } from './detail-window.js';

/** All lines of the pane; `detailWindow` says which of them are visible. */
export function composeDetail(view: View, row: ReviewRow, theme: Theme): Detail {
  const width = view.columns - 2;
  const pair = diffPair(view, row);
  const lines: Line[] = [];
  let focus: Detail['focus'] = [0, 0];
  row.cells.forEach((_, stream) => {
    if (pair !== null && stream === pair.b) return;
    const isPair = pair !== null && stream === pair.a;
    const own = isPair ? pair.lines(width, theme) : composeBlock(view, row, stream, width, theme);
    const isActive = stream === view.column || (isPair && pair.b === view.column);
    if (isActive) focus = [lines.length, lines.length + own.length - 1];
    lines.push(...own);
  });
  for (const check of row.checks) {
    const text = describeCheck(check, (stream) => columnLabel(view.review, stream));
    lines.push(...besideLabel([run('  check', 'fair')], [run(text)], width, { labelWidth }));
  }
  if (row.quality !== undefined) {
    const text = describeQuality(row.quality, row.faults);
    lines.push(...besideLabel([run('  quality', 'dim')], [run(text)], width, { labelWidth }));
  }
  for (const { a, b, pairs } of wordsOf(view, row)) {
    const names = [a, b].map((stream) => columnLabel(view.review, stream));
    const title = view.review.streams.length > 2 ? `  ${names.join(' ')}` : '  words';
    const text = describeWords({ pairs });
    lines.push(...besideLabel([run(title, 'dim')], [run(text)], width, { labelWidth }));
  }
  const places = rowPlaces(view.review, row);
  if (places !== '')
    lines.push(...besideLabel([run('  place', 'dim')], [run(places)], width, { labelWidth }));
  if (row.note !== '') {
    lines.push(...besideLabel([run('  note', 'accent')], [run(row.note)], width, { labelWidth }));
  }
  const cursor = lines.findIndex((line) => line.some((part) => /\bcursor\b/.test(part.style)));
  return { lines, focus: cursor < 0 ? focus : [cursor, cursor] };
}

/** The words of the row that are known; those of another row are left from before. */
function wordsOf({ showsWords, words }: View, row: ReviewRow): readonly ColumnWords[] {
  return showsWords && words?.row === row.id ? words.columns : [];
}
