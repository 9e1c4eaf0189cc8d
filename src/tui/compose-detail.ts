/** The detail pane: the whole text of the selected row, one language per block, and what is known of it. */
import type { Span } from '../domain.js';
import { columnLabel, rowType, sentenceNumbers, sentenceOf } from '../review/lookup.js';
import type { ReviewRow, ReviewSentence } from '../review/model.js';
import { findMatches } from '../review/search.js';
import { cellText } from '../review/text.js';
import { directed, type BidiMode } from './bidi.js';
import {
  fitLine,
  isRightToLeft,
  lineWidth,
  markedRuns,
  run,
  wrapLine,
  type Line,
  type Mark,
  type Run,
} from './cells.js';
import { describeCheck } from './check-words.js';
import { rowStyle, showConfidence } from './compose-list.js';
import type { TextField } from './text-field.js';
import type { Theme } from './theme.js';
import { inlineDiff, sideBySide } from './word-diff.js';
import type { View } from './view-state.js';

/** Cells before the text of a block: sign, language, number. */
const labelWidth = 15;

const plain = (text: string): Run => ({ text, style: '' });

/** The line between list and detail: where we are and what is known of the row. */
export function composeRule(
  view: View,
  row: ReviewRow | undefined,
  place: number,
  count: number,
  theme: Theme,
): Line {
  const { symbols } = theme;
  const dot = ` ${symbols.dot} `;
  const rule = (length: number): Run => ({
    text: symbols.rule.repeat(Math.max(0, length)),
    style: 'dim',
  });
  if (row === undefined) return [rule(view.columns - 2)];
  const words: Line = [
    plain(`${place + 1} of ${count}${dot}${rowType(row)}${dot}confidence `),
    { text: showConfidence(row.confidence), style: rowStyle(row) },
    plain(`${dot}score ${row.score.toFixed(2)}${dot}${row.method}`),
    plain(row.crossing ? `${dot}crossing` : ''),
    plain(`${dot}${row.status}${row.doubt ? ', needs review' : ''}`),
    plain(row.flagged ? `${dot}flagged` : ''),
  ];
  const line: Line = [rule(2), plain(' '), ...words, plain(' ')];
  return [...line, rule(view.columns - 2 - lineWidth(line))];
}

/** All lines of the pane, as many as it takes; the caller cuts out what is in sight. */
export function composeDetail(view: View, row: ReviewRow, theme: Theme): readonly Line[] {
  const width = view.columns - 2;
  const pair = diffPair(view, row);
  const lines: Line[] = [];
  row.cells.forEach((_, stream) => {
    if (pair !== null && stream === pair.b) return;
    if (pair !== null && stream === pair.a) lines.push(...pair.lines(width, theme));
    else lines.push(...block(view, row, stream, width, theme));
  });
  for (const check of row.checks) {
    const text = describeCheck(check, view.review);
    lines.push(...labelled([run('  check', 'fair')], [run(text)], width));
  }
  if (row.note !== '') lines.push(...labelled([run('  note', 'accent')], [run(row.note)], width));
  return lines;
}

function labelled(
  label: Line,
  text: Line,
  width: number,
  rightToLeft = false,
  bidi: BidiMode = 'logical',
): Line[] {
  const room = width - labelWidth;
  return wrapLine(text, room).map((line, index) => [
    ...fitLine(index === 0 ? label : [], labelWidth),
    ...aligned(directed(line, bidi, rightToLeft ? 'rtl' : 'ltr'), room, rightToLeft),
  ]);
}

function aligned(line: Line, room: number, rightToLeft: boolean): Line {
  return rightToLeft ? fitLine(line, room, 'right') : line;
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
    { text: number.padStart(labelWidth - 4 - (first ? name.length : 0)), style: 'dim' },
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
      ...labelled(
        blockLabel(view, stream, 'edited', true, theme),
        text,
        width,
        rightToLeft,
        theme.bidi,
      ),
    );
  }
  cell.forEach((id, index) => {
    if (mode.type === 'split' && mode.counts[stream] === index)
      lines.push(cutLine(width, theme, view.column === stream));
    const sentence = sentenceOf(review, id);
    const first = index === 0 && edited === undefined;
    const label = blockLabel(view, stream, String(numbers[id] ?? ''), first, theme);
    const text = sentenceLine(
      view,
      row,
      stream,
      sentence,
      theme,
      edited === undefined ? '' : 'dim',
    );
    lines.push(...labelled(label, text, width, rightToLeft, theme.bidi));
  });
  if (mode.type === 'split' && mode.counts[stream] === cell.length) {
    lines.push(cutLine(width, theme, view.column === stream));
  }
  return lines;
}

function cutLine(width: number, theme: Theme, active: boolean): Line {
  const rule = theme.symbols.rule.repeat(Math.max(0, Math.min(40, width - labelWidth - 10)));
  const style = active ? 'bold' : 'dim';
  return [...fitLine([], labelWidth), { text: `${theme.symbols.cut} ${rule}`, style }];
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

/** What the checks found in this sentence, as offsets into it. */
function checkMarks(row: ReviewRow, stream: number, sentence: Span): Mark[] {
  return row.checks.flatMap(({ a, b }) =>
    [a, b]
      .filter((side) => side.stream === stream)
      .flatMap((side) => side.spans)
      .filter((span) => span.start < sentence.end && span.end > sentence.start)
      .map((span) => ({
        start: Math.max(0, span.start - sentence.start),
        end: span.end - sentence.start,
        style: 'check',
      })),
  );
}

function hits(view: View, text: string): Mark[] {
  if (view.query === null) return [];
  return findMatches(text, view.query).map((match) => ({ ...match, style: 'hit' }));
}

/** A text field with its cursor, for a line or a block. */
export function fieldRuns({ text, cursor }: TextField): Line {
  const rest = text.slice(cursor);
  const [under = ' '] = rest === '' ? [' '] : [firstCharacter(rest)];
  return [
    run(text.slice(0, cursor)),
    { ...run(under), style: 'cursor' },
    run(rest.slice(under.length)),
  ];
}

function firstCharacter(text: string): string {
  const [first] = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text);
  return first?.segment ?? ' ';
}

interface DiffPair {
  readonly a: number;
  readonly b: number;
  lines(width: number, theme: Theme): Line[];
}

/** The two columns of one language whose differences are shown, the active one among them if it can be. */
function diffPair(view: View, row: ReviewRow): DiffPair | null {
  const busy = view.mode.type === 'split' || view.mode.type === 'cut';
  const editing = view.mode.type === 'field' && view.mode.prompt.of === 'text';
  const mode = view.diff === 'auto' ? (view.columns >= 120 ? 'side' : 'inline') : view.diff;
  if (busy || editing || mode === 'off') return null;
  const languages = view.review.streams.map((stream) => stream.language.split('-')[0]);
  const filled = row.cells.flatMap((cell, stream) => (cell.length > 0 ? [stream] : []));
  const pairs = filled.flatMap((a) =>
    filled.filter((b) => b > a && languages[a] === languages[b]).map((b) => ({ a, b })),
  );
  const pair = pairs.find(({ a, b }) => a === view.column || b === view.column) ?? pairs[0];
  if (pair === undefined) return null;
  const language = languages[pair.a] ?? 'und';
  const textA = cellText(view.review, row, pair.a);
  const textB = cellText(view.review, row, pair.b);
  if (mode === 'inline') {
    const line = inlineDiff(textA, textB, language);
    if (line === null) return null;
    return {
      ...pair,
      lines: (width) =>
        labelled([plain('  '), run(language, 'bold'), run(' diff', 'dim')], line, width),
    };
  }
  const sides = sideBySide(textA, textB, language);
  if (sides === null) return null;
  return { ...pair, lines: (width, theme) => twoColumns(sides, width, theme, view, pair) };
}

function twoColumns(
  sides: readonly [Line, Line],
  width: number,
  theme: Theme,
  view: View,
  pair: { readonly a: number; readonly b: number },
): Line[] {
  const own = Math.floor((width - 3) / 2);
  const bar = { text: ` ${theme.symbols.bar} `, style: 'dim' };
  const [left, right] = [wrapLine(sides[0], own), wrapLine(sides[1], own)];
  const head = (stream: number): Line => {
    const { source = 0 } = view.review.streams[stream] ?? {};
    const active = stream === view.column;
    return [
      plain(active ? `${theme.symbols.column} ` : '  '),
      run(columnLabel(view.review, stream), active ? 'bold underline' : 'bold'),
      plain(' '),
      run(view.review.sources[source]?.name ?? '', 'dim'),
    ];
  };
  const lines: Line[] = [[...fitLine(head(pair.a), own), bar, ...fitLine(head(pair.b), own)]];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    lines.push([...fitLine(left[index] ?? [], own), bar, ...fitLine(right[index] ?? [], own)]);
  }
  return lines;
}
