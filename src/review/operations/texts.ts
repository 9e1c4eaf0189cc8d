/** Edits the text of a cell and splits sentences. The source's own text never changes. */
import { unjudged } from '../../quality-faults.js';
import { columnLabel, indexOfRow, rowOf, rowNumber } from '../lookup.js';
import {
  refuse,
  type Change,
  type Draft,
  type Review,
  type ReviewRow,
  type ReviewSentence,
} from '../model.js';
import { cellText, originalText } from '../text.js';
import { checksOf, entry, type OperationContext } from './rebuild.js';

const none: OperationContext = {};

function withEdit(review: Review, row: ReviewRow, stream: number, text: string): ReviewRow {
  const others = Object.fromEntries(
    Object.entries(row.edits).filter(([key]) => Number(key) !== stream),
  );
  const same = text === originalText(review, row, stream);
  return {
    ...unjudged(row),
    edits: same ? others : { ...others, [stream]: text },
    status: 'edited',
    doubt: false,
  };
}

/** Sets the text of a cell; the source's own text, or an empty one, removes the edit. */
export function editText(
  review: Review,
  id: number,
  stream: number,
  text: string,
  context = none,
): Draft {
  const at = indexOfRow(review, id);
  const row = review.rows[at];
  if (row === undefined) return refuse('no row is selected');
  if ((row.cells[stream] ?? []).length === 0) return refuse('this column has no sentence here');
  const clean = text.replace(/\s+/gu, ' ').trim();
  const next = clean === '' ? originalText(review, row, stream) : clean;
  if (next === cellText(review, row, stream)) return refuse('the text is unchanged');
  const edited = withEdit(review, row, stream, next);
  const inserted = [{ ...edited, checks: checksOf(review, edited, context) }];
  const changes: Change[] = [{ type: 'rows', at, removed: [row], inserted }];
  return entry(`edited the text of ${rowNumber({ id })}`, id, changes, id);
}

/** Replaces a piece of text, exactly as written, in the given rows (one column or all), as one step. */
export function replaceText(
  review: Review,
  ids: readonly number[],
  find: string,
  replacement: string,
  stream: number | null,
  selected: number,
  context = none,
): Draft {
  if (find === '') return refuse('there is nothing to search for');
  const changes: Change[] = [];
  const touched = review.streams.map(() => 0);
  for (const id of ids) {
    const row = rowOf(review, id);
    if (row === undefined) continue;
    let next = row;
    row.cells.forEach((cell, column) => {
      if (cell.length === 0 || (stream !== null && column !== stream)) return;
      const text = cellText(review, row, column);
      if (text.includes(find)) {
        touched[column] = (touched[column] ?? 0) + 1;
        next = withEdit(review, next, column, text.split(find).join(replacement).trim());
      }
    });
    if (next !== row) {
      const inserted = [{ ...next, checks: checksOf(review, next, context) }];
      changes.push({ type: 'rows', at: indexOfRow(review, id), removed: [row], inserted });
    }
  }
  if (changes.length === 0) return refuse(`"${find}" was not found`);
  const count = `${changes.length} ${changes.length === 1 ? 'row' : 'rows'}`;
  const where = touched.flatMap((rows, column) =>
    rows > 0 ? [`${columnLabel(review, column)} ${rows}`] : [],
  );
  const label = `replaced "${find}" with "${replacement}" in ${count} (${where.join(', ')})`;
  return entry(label, selected, changes, selected);
}

/**
 * Splits a sentence at an offset into the source's text; both parts stay in the row and lose the
 * spaces at the split. Refused if a part would be empty or the cell's text was edited.
 */
export function splitSentence(
  review: Review,
  id: number,
  stream: number,
  sentenceId: number,
  offset: number,
): Draft {
  const at = indexOfRow(review, id);
  const row = review.rows[at];
  const sentence = review.sentences[sentenceId];
  const cell = row?.cells[stream] ?? [];
  if (row === undefined || sentence === undefined || !cell.includes(sentenceId)) {
    return refuse('there is no sentence to split');
  }
  if (row.edits[stream] !== undefined) {
    return refuse('the text was edited: undo the edit (clear the text) before splitting');
  }
  const text = review.sources[sentence.source]?.text ?? '';
  const left = text.slice(sentence.start, offset).trimEnd();
  const right = text.slice(offset, sentence.end).trimStart();
  if (left === '' || right === '' || offset <= sentence.start || offset >= sentence.end) {
    return refuse('one of the two sentences would be empty');
  }
  if (/^[\uDC00-\uDFFF]/.test(text.slice(offset)))
    return refuse('this position is inside a character');
  const nextId = review.sentences.length;
  const parts: ReviewSentence[] = [
    { ...sentence, id: nextId, end: sentence.start + left.length },
    { ...sentence, id: nextId + 1, start: sentence.end - right.length },
  ];
  const cells = row.cells.map((ids, index) =>
    index === stream
      ? ids.flatMap((own) => (own === sentenceId ? parts.map((p) => p.id) : [own]))
      : ids,
  );
  const changes: Change[] = [
    { type: 'sentences', removed: [sentence], inserted: parts },
    { type: 'rows', at, removed: [row], inserted: [{ ...row, cells }] },
  ];
  return entry(`split a sentence of ${rowNumber({ id })}`, id, changes, id);
}
