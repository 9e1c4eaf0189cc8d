/** One row of the list as one line, composed here because Ink is slow with many boxes. */
import { rowType } from '../../../review/lookup.js';
import type { ReviewRow } from '../../../review/model.js';
import { failsCheck } from '../../../review/queue.js';
import { readableText } from '../../../review/text.js';
import { directed } from '../../../terminal/bidi.js';
import { highlightText } from '../../../terminal/highlight.js';
import {
  fitLine,
  plain,
  restyle,
  run,
  truncateLine,
  type Line,
  type Run,
} from '../../../terminal/line.js';
import { isRightToLeft } from '../../../text/direction.js';
import { searchHits } from '../../theme/highlights.js';
import { rowStyle, showConfidence, statusSign } from '../../theme/row-style.js';
import type { Theme } from '../../theme/theme.js';
import { numberWidth, typeWidth, type Layout } from '../../view/layout.js';
import type { View } from '../../view/view-state.js';

/** What a row's line is made from besides the view. */
export interface RowPlace {
  /** The row's number, from 1; 0 for noise. */
  readonly number: number;
  readonly selected: boolean;
}

/** The line of a row: marks, number, type, confidence, signs, and the columns that fit. */
export function composeRow(
  view: View,
  row: ReviewRow,
  { number, selected }: RowPlace,
  layout: Layout,
  theme: Theme,
): Line {
  const { symbols } = theme;
  const bar = { text: ` ${symbols.bar} `, style: 'dim' };
  const cells = layout.shown.flatMap((stream, index) => {
    const line = cellLine(view, row, stream, layout.textWidth, theme);
    const shown = selected && stream === view.column ? restyle(line, 'underline') : line;
    return index === 0 ? shown : [bar, ...shown];
  });
  const line: Line = [
    plain(selected ? symbols.selected : ' '),
    plain(view.marked.includes(row.id) ? symbols.marked : ' '),
    plain((number === 0 ? '' : String(number)).padStart(numberWidth(view.review.nextRow))),
    plain(' '),
    ...typeCell(row, layout.columns),
    plain(' '),
    {
      text: showConfidence(row).padStart(4),
      style: rowStyle(row, view.threshold),
    },
    plain(' '),
    ...signs(row, view.threshold, theme),
    plain(' '),
    ...cells,
  ];
  return selected ? restyle(line, 'selected') : line;
}

/** The type of a row; if it doesn't fit, without its hyphens. */
function typeCell(row: ReviewRow, columns: number): Line {
  const width = typeWidth(columns, row.cells.length);
  const type = rowType(row);
  const short = row.cells.map(({ length }) => (length > 9 ? '+' : String(length))).join('');
  return fitLine([run(type.length > width ? short : type, 'dim')], width);
}

function signs(row: ReviewRow, threshold: number, theme: Theme): Run[] {
  const { symbols } = theme;
  const blank = plain(' ');
  return [
    statusSign(row, threshold, theme),
    failsCheck(row) ? { text: symbols.problem, style: 'fair' } : blank,
    row.crossing ? { text: symbols.crossing, style: 'fair' } : blank,
    row.flagged ? { text: symbols.flag, style: 'accent' } : blank,
    row.note === '' ? blank : { text: symbols.note, style: 'accent' },
  ];
}

/** UTF-16 units per cell that are enough for any script: some characters take several. */
const unitsPerCell = 6;

function cellLine(view: View, row: ReviewRow, stream: number, width: number, theme: Theme): Line {
  if ((row.cells[stream] ?? []).length === 0) {
    return fitLine([{ text: theme.symbols.empty, style: 'dim' }], width);
  }
  const text = readableText(view.review, row, stream).slice(0, width * unitsPerCell + 20);
  const base = row.edits[stream] === undefined ? '' : 'human';
  const whole = highlightText(text, searchHits(view.query, text), base);
  const line = truncateLine(whole, width, theme.symbols.ellipsis);
  const direction = isRightToLeft(view.review.streams[stream]?.language ?? '') ? 'rtl' : 'ltr';
  return fitLine(directed(line, theme.bidi, direction), width);
}
