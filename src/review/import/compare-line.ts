/** Compares a line of an edited table with the row it was written from. */
import { statuses, type Status } from '../../domain.js';
import { fieldOf, type EditedLine, type EditedTable } from '../../read/tables/edited-table.js';
import { columnLetters } from '../../text/column-letters.js';
import { sentenceSpans } from '../../text/passage.js';
import { rowNumber, sentenceNumbers, sentenceOf } from '../lookup.js';
import type { ReviewRow } from '../model.js';
import type { RowValues } from '../operations/merge-changes.js';
import type { ReviewTexts } from '../parts.js';
import { cellText, originalText } from '../text.js';
import { damageOf, saysTheSame, writtenText } from './spreadsheet-text.js';
import { numbersOf, rangesOf } from './spreadsheet-numbers.js';

/** The changes that a line wants to its row. */
export interface LineWishes {
  readonly values: Partial<RowValues>;
  /** Stream -> text. */
  readonly texts: Readonly<Record<number, string>>;
}

/** The wishes of a line, or why it does not belong to this row. */
export type LineReading =
  | ({
      readonly type: 'wishes';
      /** Whether it has several texts, none of which is the row's. */
      readonly foreign: boolean;
    } & LineWishes)
  | { readonly type: 'another-row'; readonly problem: string }
  | { readonly type: 'fault'; readonly problem: string };

/** The columns of a row's streams, by letter. */
export function lettersOf(review: ReviewTexts, row: Pick<ReviewRow, 'cells'>): Map<string, number> {
  const streams = row.cells.flatMap((cell, stream) => (cell.length > 0 ? [stream] : []));
  const sourceOf = (stream: number) => review.streams[stream]?.source ?? 0;
  const shared = new Set(streams.map(sourceOf)).size < streams.length;
  return new Map(
    streams.map((stream, order) => {
      const alone = review.sources.length === 1 ? stream : sourceOf(stream);
      return [columnLetters(shared ? order : alone), stream];
    }),
  );
}

const textColumn = /^([a-z]{1,2})_(?:text|original|start|end|sentences)$/;

/** The sources' letters in a header. */
function lettersIn({ columns }: EditedTable): readonly string[] {
  const letters = [...columns.keys()].flatMap((name) => textColumn.exec(name)?.[1] ?? []);
  return [...new Set(letters)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

/** Reads a line as one of `row`. Ignores spaces, quotes and whatever else spreadsheets change by themselves. */
export function compareLine(
  table: EditedTable,
  line: EditedLine,
  review: ReviewTexts,
  row: ReviewRow,
): LineReading {
  const faults: string[] = [];
  const texts: Record<number, string> = {};
  const streams = lettersOf(review, row);
  const { columns } = table;
  const letters = lettersIn(table);
  let known = letters.length === 0;
  let unsure: string | null = null;
  let rewritten = 0;
  let own = 0;
  for (const letter of letters) {
    const stream = streams.get(letter);
    const cell = compareCell(table, line, { review, row, letter, stream });
    if (cell.type === 'another-row') return cell;
    known ||= cell.known;
    if (stream !== undefined && columns.has(`${letter}_text`)) {
      if (cell.type === 'text') rewritten++;
      else own++;
    }
    if (!cell.known && cell.type !== 'same') unsure ??= `${letter}_text`;
    if (cell.type === 'fault') faults.push(cell.problem);
    else if (cell.type === 'text' && stream !== undefined) texts[stream] = cell.text;
  }
  if (!known || (unsure !== null && row.method === 'manual')) {
    const number = rowNumber(row);
    const problem =
      unsure === null
        ? `nothing shows that this line is row ${number}: keep the columns a_start and a_end`
        : `${unsure} does not match row ${number}: keep the text, or the columns a_start and a_end`;
    return { type: 'another-row', problem };
  }
  const values = readValues(table, line, row, faults);
  if (faults.length > 0) return { type: 'fault', problem: faults.join('; ') };
  return { type: 'wishes', values, texts, foreign: rewritten > 1 && own === 0 };
}

function readValues(
  table: EditedTable,
  line: EditedLine,
  row: ReviewRow,
  faults: string[],
): Partial<RowValues> {
  const status = fieldOf(table, line, 'status');
  const flagged = fieldOf(table, line, 'flagged');
  const note = fieldOf(table, line, 'note');
  const values: { status?: Status; flagged?: boolean; note?: string } = {};
  if (status !== undefined) {
    const named = statuses.find((name) => name === status.trim().toLowerCase());
    if (named === undefined)
      faults.push(`status is ${quoted(status)}, but must be one of ${statuses.join(', ')}`);
    else if (named !== row.status && !isOfBeforeEdit(table, line, row, named))
      values.status = named;
  }
  if (flagged !== undefined) {
    const word = flagged.trim().toLowerCase();
    if (word !== 'yes' && word !== 'no') {
      faults.push(`flagged is ${quoted(flagged)}, but must be yes or no`);
    } else if ((word === 'yes') !== row.flagged) values.flagged = word === 'yes';
  }
  if (note !== undefined && !saysTheSame(note, row.note)) {
    const damage = damageOf(note, row.note);
    if (damage === null) values.note = writtenText(note, row.note);
    else faults.push(`note: ${damage}`);
  }
  return values;
}

/** Whether a table says "unreviewed" only because it was written before its own edit of the text was imported. */
function isOfBeforeEdit(
  table: EditedTable,
  line: EditedLine,
  row: ReviewRow,
  status: Status,
): boolean {
  if (status !== 'unreviewed' || row.status !== 'edited') return false;
  const hasOriginal = [...table.columns.keys()].some(
    (name) => name.endsWith('_original') && (fieldOf(table, line, name) ?? '').trim() !== '',
  );
  return Object.keys(row.edits).length > 0 && !hasOriginal;
}

interface CellPlace {
  readonly review: ReviewTexts;
  readonly row: ReviewRow;
  readonly letter: string;
  /** Absent if the row has nothing in the column. */
  readonly stream: number | undefined;
}

/** `known`: something in the cell shows that it belongs to the row. */
type CellReading =
  | { readonly type: 'same'; readonly known: boolean }
  | { readonly type: 'text'; readonly known: boolean; readonly text: string }
  | { readonly type: 'fault'; readonly known: boolean; readonly problem: string }
  | { readonly type: 'another-row'; readonly problem: string };

function compareCell(
  table: EditedTable,
  line: EditedLine,
  { review, row, letter, stream }: CellPlace,
): CellReading {
  const field = (name: string) => fieldOf(table, line, `${letter}_${name}`);
  const number = rowNumber(row);
  if (stream === undefined) {
    const filled = ['text', 'original', 'start', 'end', 'sentences'].find(
      (name) => (field(name) ?? '').trim() !== '',
    );
    if (filled === undefined) return { type: 'same', known: false };
    const what = `${letter}_${filled} is ${quoted(field(filled) ?? '')}, but row ${number} has no sentence there`;
    return { type: 'another-row', problem: what };
  }
  const places = placesOf(review, row, stream);
  let known = false;
  for (const name of ['start', 'end', 'sentences'] as const) {
    const said = field(name);
    const numbers = said === undefined ? null : (name === 'sentences' ? rangesOf : numbersOf)(said);
    if (numbers === null) continue;
    const own = places[name];
    if (numbers.length !== own.length || numbers.some((value, index) => value !== own[index])) {
      const problem = `${letter}_${name} is ${quoted(said ?? '')}; row ${number} has ${own.join(';')}`;
      return { type: 'another-row', problem };
    }
    known = true;
  }
  const source = originalText(review, row, stream);
  const original = field('original');
  if (original !== undefined && original.trim() !== '') {
    if (!saysTheSame(original, source)) {
      const problem = `${letter}_original is ${quoted(original)}, but the text of row ${number} is ${quoted(source)}`;
      return { type: 'another-row', problem };
    }
    known = true;
  }
  const now = cellText(review, row, stream);
  const text = field('text');
  if (text === undefined) return { type: 'same', known };
  if (saysTheSame(text, now)) return { type: 'same', known: true };
  if (saysTheSame(text, source)) return { type: 'text', known: true, text: source };
  if (text.trim() === '') {
    const problem = `${letter}_text is empty; to remove a sentence from the row, unlink it in the review`;
    return { type: 'fault', known, problem };
  }
  const damage = damageOf(text, now);
  if (damage !== null) return { type: 'fault', known, problem: `${letter}_text: ${damage}` };
  return { type: 'text', known, text: writtenText(text, now) };
}

function placesOf(
  review: ReviewTexts,
  row: ReviewRow,
  stream: number,
): Readonly<Record<'start' | 'end' | 'sentences', readonly number[]>> {
  const numbers = sentenceNumbers(review);
  const sentences = (row.cells[stream] ?? []).map((id) => {
    const { start, end } = sentenceOf(review, id);
    return { number: numbers[id] ?? 0, start, end };
  });
  const spans = sentenceSpans(sentences);
  return {
    start: spans.map(({ start }) => start),
    end: spans.map(({ end }) => end),
    sentences: sentences.map(({ number }) => number),
  };
}

/** A field, quoted for messages. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return `"${line.length > 60 ? `${line.slice(0, 59)}…` : line}"`;
}
