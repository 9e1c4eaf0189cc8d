/** One column of the selected row in the detail pane: its edited text, its sentences, cuts in them. */
import { columnLabel, sentenceNumbers, sentenceOf, sentenceText } from '../../../review/lookup.js';
import type { ReviewRow, ReviewSentence } from '../../../review/model.js';
import { besideLabel } from '../../../terminal/beside-label.js';
import { highlightText, type Highlight } from '../../../terminal/highlight.js';
import { fitLine, plain, run, type Line, type Style } from '../../../terminal/line.js';
import { readable } from '../../../text/markup.js';
import { isRightToLeft } from '../../../text/direction.js';
import { checkFindings, searchHits } from '../../theme/highlights.js';
import type { Theme } from '../../theme/theme.js';
import type { View } from '../../view/view-state.js';
import { fieldRuns } from './field-runs.js';

/** Width of the labels in the detail pane: sign, language, number. */
export const labelWidth = 15;

/** What a block is made from. */
interface Block {
  readonly view: View;
  readonly row: ReviewRow;
  readonly stream: number;
  readonly width: number;
  readonly theme: Theme;
}

/** The lines of a column's block, `width` cells wide. */
export function composeBlock(
  view: View,
  row: ReviewRow,
  stream: number,
  width: number,
  theme: Theme,
): Line[] {
  const block: Block = { view, row, stream, width, theme };
  const { mode } = view;
  if ((row.cells[stream] ?? []).length === 0) {
    const none = { text: theme.symbols.empty, style: 'dim' };
    return besideLabel(blockLabel(block, '', true), [none], width, { labelWidth });
  }
  if (mode.type === 'field' && mode.prompt.of === 'text' && mode.prompt.stream === stream) {
    const label = blockLabel(block, 'edit', true);
    return besideLabel(label, fieldRuns(mode.field), width, { labelWidth });
  }
  return [...editedLines(block), ...sentenceLines(block)];
}

function labelled({ view, stream, width, theme }: Block, label: Line, text: Line): Line[] {
  const rightToLeft = isRightToLeft(view.review.streams[stream]?.language ?? '');
  return besideLabel(label, text, width, { labelWidth, rightToLeft, bidi: theme.bidi });
}

/** The column's sign and name on a block's first line; a number or a word beside every text. */
function blockLabel({ view, stream, theme }: Block, number: string, first: boolean): Line {
  const active = view.column === stream;
  const name = columnLabel(view.review, stream);
  return [
    plain(active && first ? `${theme.symbols.column} ` : '  '),
    run(first ? name : '', active ? 'bold underline' : 'bold'),
    run(number.padStart(labelWidth - 4 - (first ? name.length : 0)), 'dim'),
  ];
}

/** The edited text that replaces the sentences. */
function editedLines(block: Block): Line[] {
  const { view, row, stream } = block;
  const edited = row.edits[stream];
  if (edited === undefined) return [];
  const text = highlightText(edited, searchHits(view.query, edited), 'human');
  return labelled(block, blockLabel(block, 'edited', true), text);
}

/** The sentences as in the source, with a line between them where the row will be split. */
function sentenceLines(block: Block): Line[] {
  const { view, row, stream } = block;
  const { review, mode } = view;
  const cell = row.cells[stream] ?? [];
  const isEdited = row.edits[stream] !== undefined;
  const numbers = sentenceNumbers(review);
  const splitAt = mode.type === 'split' ? mode.counts[stream] : undefined;
  const lines = cell.flatMap((id, index): Line[] => {
    const sentence = sentenceOf(review, id);
    const other = sentence.language === review.streams[stream]?.language ? '' : sentence.language;
    const label = blockLabel(block, `${other} ${numbers[id] ?? ''}`, index === 0 && !isEdited);
    const text = sentenceLine(block, sentence, isEdited ? 'dim' : '');
    const cut = splitAt === index ? [splitLine(block)] : [];
    return [...cut, ...labelled(block, label, text)];
  });
  return splitAt === cell.length ? [...lines, splitLine(block)] : lines;
}

/** The line where a row will be split. */
function splitLine({ view, stream, width, theme }: Block): Line {
  const active = view.column === stream;
  // A longer line would look like an edge of the pane. The sign and the margin take 10 cells.
  const rule = theme.symbols.rule.repeat(Math.max(0, Math.min(40, width - labelWidth - 10)));
  return [
    ...fitLine([], labelWidth),
    { text: theme.symbols.cut, style: active ? 'cursor' : 'dim' },
    { text: ` ${rule}`, style: active ? 'bold' : 'dim' },
  ];
}

function sentenceLine(
  { view, row, stream, theme }: Block,
  sentence: ReviewSentence,
  base: Style,
): Line {
  const passage = sentenceText(view.review, sentence);
  const { mode } = view;
  const checked = checkFindings(row, stream, sentence);
  if (mode.type !== 'cut' || mode.sentence !== sentence.id) {
    const { text, places } = readable(passage);
    const shown = checked.map((own) => ({
      ...own,
      start: places(own.start),
      end: places(own.end),
    }));
    return highlightText(text, [...shown, ...searchHits(view.query, text)], base);
  }
  // Where it is to be cut, every character counts.
  const { text } = passage;
  const found: Highlight[] = [...checked, ...searchHits(view.query, text)];
  const at = mode.offset - sentence.start;
  const behind = found.map((own) => ({ ...own, start: own.start - at, end: own.end - at }));
  return [
    ...highlightText(text.slice(0, at), found, base),
    { text: theme.symbols.cut, style: 'cursor' },
    ...highlightText(text.slice(at), behind, base),
  ];
}
