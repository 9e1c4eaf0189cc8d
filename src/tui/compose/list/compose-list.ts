/** The lines of the list: one row each, pre-composed, since Ink is slow with many boxes. */
import { columnLabel, rowType } from '../../../review/lookup.js';
import type { Review, ReviewRow } from '../../../review/model.js';
import { failsCheck, needsReview } from '../../../review/queue.js';
import { findMatches } from '../../../review/search.js';
import { cellText } from '../../../review/text.js';
import { directed } from '../../../terminal/bidi.js';
import {
  fitLine,
  isRightToLeft,
  markedRuns,
  restyle,
  run,
  truncateLine,
  type Line,
  type Run,
} from '../../../terminal/line.js';
import { numberWidth, typeWidth, type Layout } from '../../view/layout.js';
import { confidenceStyle, paint, type Theme } from '../../theme/theme.js';
import type { View } from '../../view/view-state.js';

/** Confidence in four cells: ".95", "1.00"; the sign of a person where a person made the row. */
export function showConfidence(value: number): string {
  return value >= 0.995 ? '1.00' : value.toFixed(2).replace(/^0/, '');
}

/** Colour of a row's numbers: machine's by confidence, a person's decision in one of its own. */
export function rowStyle(row: ReviewRow, threshold: number): string {
  return row.status === 'unreviewed' ? confidenceStyle(row.confidence, threshold) : 'human';
}

/** The sign of a decision. */
export function statusSign(row: ReviewRow, threshold: number, theme: Theme): Run {
  const { symbols } = theme;
  switch (row.status) {
    case 'accepted':
      return { text: symbols.accepted, style: 'human' };
    case 'rejected':
      return { text: symbols.rejected, style: 'human' };
    case 'edited':
      return { text: symbols.edited, style: 'human' };
    case 'unreviewed':
      return needsReview(row, threshold)
        ? { text: symbols.doubtful, style: 'poor' }
        : { text: symbols.unreviewed, style: 'dim' };
  }
}

function signs(row: ReviewRow, threshold: number, theme: Theme): Run[] {
  const { symbols } = theme;
  const blank = { text: ' ', style: '' };
  const problem = row.crossing
    ? { text: symbols.crossing, style: 'fair' }
    : failsCheck(row)
      ? { text: symbols.problem, style: 'fair' }
      : blank;
  return [
    statusSign(row, threshold, theme),
    problem,
    row.flagged ? { text: symbols.flag, style: 'accent' } : blank,
    row.note === '' ? blank : { text: symbols.note, style: 'accent' },
  ];
}

function cellLine(view: View, row: ReviewRow, stream: number, width: number, theme: Theme): Line {
  if ((row.cells[stream] ?? []).length === 0) {
    return fitLine([{ text: theme.symbols.empty, style: 'dim' }], width);
  }
  // No cell needs more characters than this to be filled, whatever its script.
  const text = cellText(view.review, row, stream).slice(0, width * 6 + 20);
  const marks =
    view.query === null
      ? []
      : findMatches(text, view.query).map((match) => ({ ...match, style: 'hit' }));
  const edited = row.edits[stream] === undefined ? '' : 'human';
  const line = truncateLine(markedRuns(text, marks, edited), width, theme.symbols.ellipsis);
  const base = isRightToLeft(view.review.streams[stream]?.language ?? '') ? 'rtl' : 'ltr';
  return fitLine(directed(line, theme.bidi, base), width);
}

/** The type of a row; where there is no room for it, its numbers without what parts them. */
function typeCell(row: ReviewRow, columns: number): Line {
  const width = typeWidth(columns, row.cells.length);
  const type = rowType(row);
  const short = row.cells.map(({ length }) => (length > 9 ? '+' : String(length))).join('');
  return fitLine([run(type.length > width ? short : type, 'dim')], width);
}

const run0 = (text: string): Run => ({ text, style: '' });

function composeRow(
  view: View,
  row: ReviewRow,
  number: number,
  layout: Layout,
  theme: Theme,
  selected: boolean,
): Line {
  const { symbols } = theme;
  const style = rowStyle(row, view.threshold);
  const bar = { text: ` ${symbols.bar} `, style: 'dim' };
  const cells = layout.shown.flatMap((stream, index) => {
    const line = cellLine(view, row, stream, layout.textWidth, theme);
    const shown = selected && stream === view.column ? restyle(line, 'underline') : line;
    return index === 0 ? shown : [bar, ...shown];
  });
  const line: Line = [
    run0(selected ? symbols.selected : ' '),
    run0(view.marked.includes(row.id) ? '*' : ' '),
    run0(String(number).padStart(numberWidth(view.review.rows.length))),
    run0(' '),
    ...typeCell(row, layout.columns),
    run0(' '),
    { text: showConfidence(row.confidence).padStart(4), style },
    run0(' '),
    ...signs(row, view.threshold, theme),
    run0('  '),
    ...cells,
  ];
  return selected ? restyle(line, 'selected') : line;
}

const painted = new WeakMap<ReviewRow, { readonly key: string; readonly text: string }>();
/** Texts of rows come from sentences that may be cut anew without the row changing. */
let paintedSentences: Review['sentences'] | null = null;
let generation = 0;

/** The lines of the list as the terminal gets them, blank ones to the full height. */
export function composeList(
  view: View,
  rows: readonly ReviewRow[],
  numbers: (row: ReviewRow) => number,
  layout: Layout,
  theme: Theme,
): string[] {
  if (paintedSentences !== view.review.sentences) {
    paintedSentences = view.review.sentences;
    generation++;
  }
  const common = [
    generation,
    layout.textWidth,
    layout.shown.join(),
    view.threshold,
    view.query?.text ?? '',
    theme.color,
    theme.bidi,
    theme.symbols.empty,
    numberWidth(view.review.rows.length),
    layout.columns,
  ].join(' ');
  const lines: string[] = [];
  for (let line = 0; line < layout.listLines; line++) {
    const row = rows[view.top + line];
    if (row === undefined) {
      lines.push('');
      continue;
    }
    const selected = row.id === view.selected;
    const number = numbers(row);
    const key = `${common} ${number} ${view.marked.includes(row.id)}`;
    const known = selected ? undefined : painted.get(row);
    if (known?.key === key) {
      lines.push(known.text);
      continue;
    }
    const text = paint(composeRow(view, row, number, layout, theme, selected), theme);
    if (!selected) painted.set(row, { key, text });
    lines.push(text);
  }
  return lines;
}

/** The line over the list: what each column is. */
export function composeHeading(view: View, layout: Layout, theme: Theme): Line {
  const { review, column } = view;
  const names = layout.shown.flatMap((index, place) => {
    const stream = review.streams[index];
    const name = review.sources[stream?.source ?? -1]?.name ?? '';
    const active = index === column;
    const label = [
      run0(active ? `${theme.symbols.column} ` : '  '),
      run(columnLabel(review, index), active ? 'bold underline' : 'bold'),
      run0(' '),
      run(name, 'dim'),
    ];
    const line = fitLine(label, layout.textWidth, 'left', theme.symbols.ellipsis);
    return place === 0 ? line : [{ text: ` ${theme.symbols.bar} `, style: 'dim' }, ...line];
  });
  return [
    run0(`${'#'.padStart(2 + numberWidth(review.rows.length))} `),
    ...fitLine([run0('type')], typeWidth(layout.columns, review.streams.length)),
    run0(' conf       '),
    ...names,
  ];
}
