/** The detail pane: the whole text of the selected row, one language per block, and what is known of it. */
import { splitGraphemes } from '../../../text/graphemes.js';
import { columnLabel, sentenceNumbers, sentenceOf } from '../../../review/lookup.js';
import type { ReviewRow, ReviewSentence } from '../../../review/model.js';
import {
  fitLine,
  isRightToLeft,
  markedRuns,
  run,
  type Line,
  type Mark,
  type Run,
} from '../../../terminal/line.js';
import { describeCheck } from './check-words.js';
import { diffPair } from './compose-diff.js';
import type { Detail } from './detail-window.js';
import { labelled, labelWidth } from '../../../terminal/beside-label.js';
import { checkMarks, hits } from './highlights.js';
import type { TextField } from '../../view/text-field.js';
import type { Theme } from '../../theme/theme.js';
import type { View } from '../../view/view-state.js';

const plain = (text: string): Run => ({ text, style: '' });

/** All lines of the pane, as many as it takes; `detailWindow` says which of them are in sight. */
export function composeDetail(view: View, row: ReviewRow, theme: Theme): Detail {
  const width = view.columns - 2;
  const pair = diffPair(view, row);
  const lines: Line[] = [];
  let focus: Detail['focus'] = [0, 0];
  row.cells.forEach((_, stream) => {
    if (pair !== null && stream === pair.b) return;
    const isPair = pair !== null && stream === pair.a;
    const own = isPair ? pair.lines(width, theme) : block(view, row, stream, width, theme);
    const isActive = stream === view.column || (isPair && pair.b === view.column);
    if (isActive) focus = [lines.length, lines.length + own.length - 1];
    lines.push(...own);
  });
  for (const check of row.checks) {
    const text = describeCheck(check, view.review);
    lines.push(...labelled([run('  check', 'fair')], [run(text)], width));
  }
  if (row.note !== '') lines.push(...labelled([run('  note', 'accent')], [run(row.note)], width));
  const cursor = lines.findIndex((line) => line.some((part) => /\bcursor\b/.test(part.style)));
  return { lines, focus: cursor < 0 ? focus : [cursor, cursor] };
}

function blockLabel(
  view: View,
  stream: number,
  number: string,
  first: boolean,
  theme: Theme,
): Line {
  const active = view.column === stream;
  const name = columnLabel(view.review, stream);
  return [
    plain(active && first ? `${theme.symbols.column} ` : '  '),
    run(first ? name : '', active ? 'bold underline' : 'bold'),
    run(number.padStart(labelWidth - 4 - (first ? name.length : 0)), 'dim'),
  ];
}

function block(view: View, row: ReviewRow, stream: number, width: number, theme: Theme): Line[] {
  const { review, mode } = view;
  const cell = row.cells[stream] ?? [];
  const rightToLeft = isRightToLeft(review.streams[stream]?.language ?? '');
  if (cell.length === 0) {
    const label = blockLabel(view, stream, '', true, theme);
    return labelled(label, [{ text: theme.symbols.empty, style: 'dim' }], width);
  }
  if (mode.type === 'field' && mode.prompt.of === 'text' && mode.prompt.stream === stream) {
    const label = blockLabel(view, stream, 'edit', true, theme);
    return labelled(label, fieldRuns(mode.field), width);
  }
  const numbers = sentenceNumbers(review);
  const lines: Line[] = [];
  const edited = row.edits[stream];
  if (edited !== undefined) {
    const text = markedRuns(edited, hits(view, edited), 'human');
    lines.push(
      ...labelled(blockLabel(view, stream, 'edited', true, theme), text, width, {
        rightToLeft,
        bidi: theme.bidi,
      }),
    );
  }
  cell.forEach((id, index) => {
    if (mode.type === 'split' && mode.counts[stream] === index)
      lines.push(cutLine(width, theme, view.column === stream));
    const sentence = sentenceOf(review, id);
    const first = index === 0 && edited === undefined;
    const other = sentence.language === review.streams[stream]?.language ? '' : sentence.language;
    const label = blockLabel(view, stream, `${other} ${numbers[id] ?? ''}`, first, theme);
    const text = sentenceLine(
      view,
      row,
      stream,
      sentence,
      theme,
      edited === undefined ? '' : 'dim',
    );
    lines.push(...labelled(label, text, width, { rightToLeft, bidi: theme.bidi }));
  });
  if (mode.type === 'split' && mode.counts[stream] === cell.length) {
    lines.push(cutLine(width, theme, view.column === stream));
  }
  return lines;
}

function cutLine(width: number, theme: Theme, active: boolean): Line {
  const rule = theme.symbols.rule.repeat(Math.max(0, Math.min(40, width - labelWidth - 10)));
  const line: Line = [
    { text: theme.symbols.cut, style: active ? 'cursor' : 'dim' },
    { text: ` ${rule}`, style: active ? 'bold' : 'dim' },
  ];
  return [...fitLine([], labelWidth), ...line];
}

function sentenceLine(
  view: View,
  row: ReviewRow,
  stream: number,
  sentence: ReviewSentence,
  theme: Theme,
  base: string,
): Line {
  const source = view.review.sources[sentence.source]?.text ?? '';
  const text = source.slice(sentence.start, sentence.end);
  const marks: Mark[] = [...checkMarks(row, stream, sentence), ...hits(view, text)];
  const { mode } = view;
  if (mode.type !== 'cut' || mode.sentence !== sentence.id) return markedRuns(text, marks, base);
  const at = mode.offset - sentence.start;
  return [
    ...markedRuns(text.slice(0, at), marks, base),
    { text: theme.symbols.cut, style: 'cursor' },
    ...markedRuns(
      text.slice(at),
      marks.map((mark) => ({ ...mark, start: mark.start - at, end: mark.end - at })),
      base,
    ),
  ];
}

/** A text field with its cursor, for a line or a block. */
export function fieldRuns({ text, cursor }: TextField): Line {
  const rest = text.slice(cursor);
  const [under = ' '] = splitGraphemes(rest);
  return [
    run(text.slice(0, cursor)),
    { ...run(under), style: 'cursor' },
    run(rest.slice(under.length)),
  ];
}
