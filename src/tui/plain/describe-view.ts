/** A view in words, for plain mode. */
import { describeCheck } from '../../check/describe-check.js';
import { noiseReason } from '../../review/noise.js';
import { columnLabel, rowNumber, rowType, sentenceNumbers } from '../../review/lookup.js';
import { describeQueue, progress } from '../../review/queue.js';
import { readableText } from '../../review/text.js';
import { safeText } from '../../terminal/safe-text.js';
import { composeKeys } from '../compose/pages/compose-help.js';
import { promptLabel } from '../compose/prompt-label.js';
import { describeDoubts, showConfidence } from '../theme/row-style.js';
import { plainPage } from '../view/page-line.js';
import { describeQuality } from '../../quality-faults.js';
import { describeWords } from '../view/row-words.js';
import { placeOf, selectedRow, shownRows } from '../view/selection.js';
import { standing } from '../view/series-now.js';
import type { View } from '../view/view-state.js';

/** Whether a lone "-" means an empty text; an empty line leaves notes and texts unchanged. */
export function mayBeNone({ mode }: View): boolean {
  return mode.type === 'field' && (mode.prompt.of === 'note' || mode.prompt.of === 'text');
}

/** The message of a view as a line; empty without one. */
export function describeToast({ toast }: View): string {
  if (toast === null) return '';
  return `${toast.kind === 'error' ? 'ERROR: ' : ''}${safeText(toast.text)}\n`;
}

/** What is done and what is left, as one line. */
export function describeProgress(view: View): string {
  const counts = progress(view.review, view.threshold);
  const among = standing(view);
  return (
    `${safeText(view.title)}: ${counts.total} rows, ${counts.accepted} accepted, ${counts.rejected} rejected, ` +
    `${counts.edited} edited, ${counts.toReview} to review${describeQueue(counts)}${among === '' ? '' : ` (${among} in all)`}\n`
  );
}

/** What a line of input changed: what is open now or, if nothing is, any new message and row. */
export function describeChange(before: View, view: View): string {
  const { mode } = view;
  if (mode.type === 'confirm') return `${safeText(mode.question)} (y/n)\n`;
  if (mode.type === 'help') return composeKeys(view.keymap);
  if (mode.type === 'page') {
    return `${mode.title}\n${plainPage(mode.lines)}\n${mode.entry === null ? '' : 'apply it? (y/n)\n'}`;
  }
  if (mode.type === 'field') {
    return `${describeToast(view)}${safeText(promptLabel(view, mode.prompt))}${safeText(mode.field.text)}\n${mayBeNone(view) ? '(an empty line keeps it, - removes it)\n' : ''}`;
  }
  const moved = before.selected !== view.selected || before.review !== view.review;
  const asked = view.toast === null || before.words !== view.words;
  return `${describeToast(view)}${moved || asked ? describeRow(view) : ''}`;
}

/** The selected row: what it is, then one line per column. */
export function describeRow(view: View): string {
  const row = selectedRow(view);
  if (row === undefined) return 'no row is shown (f all shows all)\n';
  const { review } = view;
  const numbers = sentenceNumbers(review);
  const marks = [
    row.status,
    row.doubt ? 'needs review' : '',
    row.flagged ? 'flagged' : '',
    row.crossing ? 'crossing' : '',
    row.doubt ? '' : describeDoubts(row, view.threshold),
  ];
  const reason = noiseReason(review, row);
  const what =
    reason === null
      ? `confidence ${showConfidence(row)}, ${marks.filter((mark) => mark !== '').join(', ')}`
      : `noise: ${reason}`;
  const place = `${placeOf(view) + 1} of ${shownRows(view).length}`;
  const name = reason === null ? `row ${rowNumber(row)} (${place})` : place;
  const lines = [`${name}, ${rowType(row)}, ${what}`];
  review.streams.forEach((_, index) => {
    const cell = row.cells[index] ?? [];
    const active = index === view.column ? '*' : ' ';
    const where = cell.map((id) => numbers[id]).join(',');
    const text = cell.length === 0 ? '(none)' : safeText(readableText(review, row, index));
    lines.push(`${active} ${safeText(columnLabel(review, index))} ${where}: ${text}`);
  });
  for (const check of row.checks) {
    const found = describeCheck(check, (stream) => columnLabel(review, stream));
    lines.push(`  check: ${safeText(found)}`);
  }
  if (view.showsWords && view.words?.row === row.id)
    for (const words of view.words.columns)
      lines.push(`  words: ${safeText(describeWords(words))}`);
  if (row.quality !== undefined)
    lines.push(`  quality: ${describeQuality(row.quality, row.faults)}`);
  if (row.note !== '') lines.push(`  note: ${safeText(row.note)}`);
  return `${lines.join('\n')}\n`;
}
