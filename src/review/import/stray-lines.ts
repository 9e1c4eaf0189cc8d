/** Lines of a table that are not rows of the review: noise, and sentences that were left out. */
import { fieldOf, type EditedLine, type EditedTable } from '../../read/tables/edited-table.js';
import { columnIndex, columnLetters } from '../../text/column-letters.js';
import type { Review } from '../model.js';
import { wholeNumber } from './spreadsheet-numbers.js';
import { saysTheSame } from './spreadsheet-text.js';

/** The note that a table has for a sentence in no row. */
const strayNote = /^(?:boilerplate|markup|repeat|manual|in no stream \(.*\))?$/;

/**
 * Classifies lines: undefined for the line of a row; otherwise null if the line is unchanged, or why
 * its changes can't be imported. A line with the id of a row belongs to that row unless its method
 * says otherwise.
 */
export function straySentences(
  review: Review,
  table: EditedTable,
): (line: EditedLine, isRow: boolean) => string | null | undefined {
  const known = new Map<string, Set<string>>();
  const inRows = new Set(review.rows.flatMap(({ cells }) => cells.flat()));
  for (const sentence of review.sentences) {
    if (sentence === undefined || inRows.has(sentence.id)) continue;
    const { start, end, source } = sentence;
    const column = columnLetters(review.sources.length === 1 ? 0 : source);
    const own = known.get(column) ?? new Set();
    own.add(key(review.sources[source]?.text.slice(start, end) ?? ''));
    known.set(column, own);
  }
  const letters = [...table.columns.keys()].flatMap(
    (name) => /^([a-z]+)_text$/.exec(name)?.[1] ?? [],
  );
  return (line, isRow) => {
    const method = fieldOf(table, line, 'method')?.trim().toLowerCase();
    const filled = letters.flatMap((letter) => {
      const text = fieldOf(table, line, `${letter}_text`) ?? '';
      return text.trim() === '' ? [] : [{ letter, text }];
    });
    const [first, ...others] = filled;
    const isKnown =
      first !== undefined &&
      others.length === 0 &&
      (known.get(first.letter)?.has(key(first.text)) ?? false);
    if (method !== 'noise' && method !== 'excluded') {
      if (isRow || method !== undefined || !isKnown) return undefined;
    }
    const said = (name: string): string => fieldOf(table, line, name)?.trim().toLowerCase() ?? '';
    const changed = [
      ...(['', 'unreviewed'].includes(said('status')) ? [] : ['status']),
      ...(['', 'no'].includes(said('flagged')) ? [] : ['flagged']),
      ...(strayNote.test(said('note')) ? [] : ['note']),
      ...(isKnown || first === undefined || isOfSource(review, table, line, first)
        ? []
        : [`${first.letter}_text`]),
    ];
    if (changed.length === 0) return null;
    return `is in no row (it is noise or was left out), so its ${changed.join(', ')} cannot be imported`;
  };
}

/** Whether a cell has the text of its source between the offsets: noise that is now in a row. */
function isOfSource(
  review: Review,
  table: EditedTable,
  line: EditedLine,
  { letter, text }: { readonly letter: string; readonly text: string },
): boolean {
  const [start, end] = ['start', 'end'].map((name) =>
    wholeNumber(fieldOf(table, line, `${letter}_${name}`) ?? ''),
  );
  if (typeof start !== 'number' || typeof end !== 'number') return false;
  const source = review.sources.length === 1 ? 0 : (columnIndex(letter) ?? -1);
  return saysTheSame(text, review.sources[source]?.text.slice(start, end) ?? '');
}

/** Blanks and the normal form of letters don't count. */
function key(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
