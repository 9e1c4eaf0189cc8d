/** What differs between two texts in the same language, for the detail pane. */
import { columnLabel, sentenceNumbers, sentenceOf, sentenceText } from '../../../review/lookup.js';
import type { ReviewRow } from '../../../review/model.js';
import { readableText } from '../../../review/text.js';
import { besideLabel } from '../../../terminal/beside-label.js';
import { fitLine, plain, run, type Line } from '../../../terminal/line.js';
import { wrapLine } from '../../../terminal/wrap-line.js';
import { readable } from '../../../text/markup.js';
import { baseLanguage } from '../../../text/tags.js';
import { checkFindings, searchHits } from '../../theme/highlights.js';
import type { Theme } from '../../theme/theme.js';
import { diffModeOf, type View } from '../../view/view-state.js';
import { labelWidth } from './compose-block.js';
import { inlineDiff, sideBySide, styledText, type StyledText } from './diff-runs.js';

/** Two columns and their differences as lines. */
export interface DiffPair {
  readonly a: number;
  readonly b: number;
  lines(width: number, theme: Theme): Line[];
}

/** The two columns in the same language whose differences are shown, preferably with the active one. */
export function diffPair(view: View, row: ReviewRow): DiffPair | null {
  const busy = view.mode.type === 'split' || view.mode.type === 'cut';
  const editing = view.mode.type === 'field' && view.mode.prompt.of === 'text';
  const mode = diffModeOf(view);
  if (busy || editing || mode === 'off') return null;
  const languages = view.review.streams.map((stream) => baseLanguage(stream.language));
  const filled = row.cells.flatMap((cell, stream) => (cell.length > 0 ? [stream] : []));
  const pairs = filled.flatMap((a) =>
    filled.filter((b) => b > a && languages[a] === languages[b]).map((b) => ({ a, b })),
  );
  const pair = pairs.find(({ a, b }) => a === view.column || b === view.column) ?? pairs[0];
  if (pair === undefined) return null;
  const language = languages[pair.a] ?? 'und';
  const [a, b] = [highlightedCell(view, row, pair.a), highlightedCell(view, row, pair.b)];
  if (mode === 'inline') {
    const line = inlineDiff(a, b, language);
    if (line === null) return null;
    const active = view.column === pair.a || view.column === pair.b;
    const names = `${columnLabel(view.review, pair.a)}/${columnLabel(view.review, pair.b)}`;
    return {
      ...pair,
      lines: (width, theme) => {
        const sign = plain(active ? `${theme.symbols.column} ` : '  ');
        return besideLabel([sign, run(names, 'bold')], line, width, { labelWidth });
      },
    };
  }
  const sides = sideBySide(a, b, language);
  if (sides === null) return null;
  return { ...pair, lines: (width, theme) => twoColumns(view, row, pair, sides, width, theme) };
}

/** A cell's text with the findings of checks and the search. */
function highlightedCell(view: View, row: ReviewRow, stream: number): StyledText {
  const text = readableText(view.review, row, stream);
  const found = styledText(text, searchHits(view.query, text));
  if (row.edits[stream] !== undefined) return found;
  const checked = (row.cells[stream] ?? []).flatMap((id) => {
    const sentence = sentenceOf(view.review, id);
    const { text: own, places } = readable(sentenceText(view.review, sentence));
    const findings = checkFindings(row, stream, sentence).map((found) => ({
      ...found,
      start: places(found.start),
      end: places(found.end),
    }));
    return styledText(own, findings).styles;
  });
  const styles = found.styles.map((style, index) => `${checked[index] ?? ''} ${style}`.trim());
  return { text, styles };
}

/** The two texts side by side under their names. */
function twoColumns(
  view: View,
  row: ReviewRow,
  pair: { readonly a: number; readonly b: number },
  sides: readonly [Line, Line],
  width: number,
  theme: Theme,
): Line[] {
  const own = Math.floor((width - 3) / 2);
  const bar = { text: ` ${theme.symbols.bar} `, style: 'dim' };
  const [left, right] = [wrapLine(sides[0], own), wrapLine(sides[1], own)];
  const numbers = sentenceNumbers(view.review);
  const head = (stream: number): Line => {
    const { source = 0 } = view.review.streams[stream] ?? {};
    const active = stream === view.column;
    const where = (row.cells[stream] ?? []).map((id) => numbers[id]).join(',');
    return [
      plain(active ? `${theme.symbols.column} ` : '  '),
      run(columnLabel(view.review, stream), active ? 'bold underline' : 'bold'),
      run(` ${where}  ${view.review.sources[source]?.name ?? ''}`, 'dim'),
    ];
  };
  const lines: Line[] = [[...fitLine(head(pair.a), own), bar, ...fitLine(head(pair.b), own)]];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    lines.push([...fitLine(left[index] ?? [], own), bar, ...fitLine(right[index] ?? [], own)]);
  }
  return lines;
}
