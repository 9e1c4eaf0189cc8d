/** The painted lines of the list; lines that did not change since the last frame are reused. */
import { columnLabel, rowNumber } from '../../../review/lookup.js';
import type { Review, ReviewRow } from '../../../review/model.js';
import { isNoiseRow } from '../../../review/noise.js';
import { fitLine, plain, run, type Line } from '../../../terminal/line.js';
import { paintLine, type Theme } from '../../theme/theme.js';
import { numberWidth, typeWidth, type Layout } from '../../view/layout.js';
import type { View } from '../../view/view-state.js';
import { composeRow } from './compose-row.js';

/** Painted lines by row, each with a key of everything else that it depends on. */
const painted = new WeakMap<ReviewRow, { readonly key: string; readonly text: string }>();
/** Sentences may be cut differently without their row changing. */
let paintedSentences: Review['sentences'] | null = null;
let generation = 0;

/** The lines of the list as written to the terminal, padded with blank lines to the full height. */
export function composeList(
  view: View,
  rows: readonly ReviewRow[],
  layout: Layout,
  theme: Theme,
): string[] {
  const common = commonKey(view, layout, theme);
  return Array.from({ length: layout.listLines }, (_, line) => {
    const row = rows[view.top + line];
    if (row === undefined) return '';
    const number = isNoiseRow(row) ? 0 : rowNumber(row);
    if (row.id === view.selected) {
      return paintLine(composeRow(view, row, { number, selected: true }, layout, theme), theme);
    }
    const key = `${common} ${number} ${view.marked.includes(row.id)}`;
    const known = painted.get(row);
    if (known?.key === key) return known.text;
    const composed = composeRow(view, row, { number, selected: false }, layout, theme);
    const text = paintLine(composed, theme);
    painted.set(row, { key, text });
    return text;
  });
}

/** What the lines of all rows depend on. */
function commonKey(view: View, layout: Layout, theme: Theme): string {
  if (paintedSentences !== view.review.sentences) {
    paintedSentences = view.review.sentences;
    generation++;
  }
  return [
    generation,
    layout.textWidth,
    layout.shown.join(),
    view.threshold,
    view.query?.text ?? '',
    theme.color,
    theme.bidi,
    theme.symbols.empty,
    numberWidth(view.review.nextRow),
    layout.columns,
  ].join(' ');
}

/** The line above the list: what each column is. */
export function composeHeading(view: View, layout: Layout, theme: Theme): Line {
  const { review, column } = view;
  const names = layout.shown.flatMap((index, place) => {
    const stream = review.streams[index];
    const name = review.sources[stream?.source ?? -1]?.name ?? '';
    const active = index === column;
    const label = [
      plain(active ? `${theme.symbols.column} ` : '  '),
      run(columnLabel(review, index), active ? 'bold underline' : 'bold'),
      plain(' '),
      run(name, 'dim'),
    ];
    const line = fitLine(label, layout.textWidth, 'left', theme.symbols.ellipsis);
    return place === 0 ? line : [{ text: ` ${theme.symbols.bar} `, style: 'dim' }, ...line];
  });
  return [
    plain(`${'#'.padStart(2 + numberWidth(review.nextRow))} `),
    ...fitLine([plain('type')], typeWidth(layout.columns, review.streams.length)),
    plain(' conf       '),
    ...names,
  ];
}
