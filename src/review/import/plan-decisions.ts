/**
 * What the decisions taken on the page of a report change in a review. The file says which alignment
 * they are about, and each decision which texts it saw, so what changed in the review since is found
 * and kept.
 */
import type { DecisionsFile, RowDecision } from '../../report/decisions.js';
import { columnIndex, columnLetters } from '../../text/column-letters.js';
import { indexOfRow, rowNumber } from '../lookup.js';
import { isRefusal, type Review, type ReviewRow } from '../model.js';
import {
  mergeChanges,
  sameCells,
  type SeenRow,
  type WantedChange,
  type WantedValues,
} from '../operations/merge-changes.js';
import type { OperationContext } from '../operations/rebuild.js';
import { cellText, originalText, readableOriginal, readableText } from '../text.js';
import { lettersOf, quoted } from './compare-line.js';
import { stateOfAlignment, type PastState } from './past-states.js';
import { differencesOf, type ImportPlan, type ImportProblem } from './plan-import.js';

interface WantedDecision extends WantedChange {
  readonly line: number;
}

/** Where decisions come from, for the history. */
export interface DecisionsOrigin {
  /** Name of the file. */
  readonly file: string;
  /** Who decided; empty if nobody says. */
  readonly by: string;
}

/**
 * Compares decisions with a review. A row is changed entirely as decided or, where the review says
 * otherwise by now, not at all. Linear in the decisions and the history.
 *
 * @returns null if they are about another alignment, which the review never was
 */
export function planDecisions(
  review: Review,
  { alignment, decisions }: DecisionsFile,
  { file, by }: DecisionsOrigin,
  context: OperationContext = {},
): ImportPlan | null {
  const state = stateOfAlignment(review, alignment);
  if (state === null) return null;
  const wanted: WantedDecision[] = [];
  const problems: ImportProblem[] = [];
  for (const [index, decision] of decisions.entries()) {
    const found = readDecision(review, state, decision);
    const line = index + 1;
    if (typeof found === 'string') problems.push({ line, row: decision.row, problem: found });
    else wanted.push({ ...found, line });
  }
  const from = by === '' ? file : `${file}, decided by ${by}`;
  const { draft, merged, conflicts } = mergeChanges(review, wanted, from, context);
  for (const { wanted: own, problem } of conflicts)
    problems.push({ line: own.line, row: own.row, problem: `${problem}; it was not changed` });
  return {
    unit: 'decision',
    draft: isRefusal(draft) || by === '' ? draft : { ...draft, by },
    lines: decisions.length,
    rowsChanged: merged.length,
    differences: merged.flatMap(({ wanted: { line }, before, after }) =>
      differencesOf(review, before, after, statusInWords).map((own) => ({ ...own, line })),
    ),
    problems: problems.sort((a, b) => a.line - b.line),
    byIdAlone: false,
  };
}

/** A row's status as a decision names it. */
function statusInWords({ status, doubt }: ReviewRow): string {
  return doubt ? 'needs-review' : status;
}

/** The wanted change, or why the decision can't be taken over. */
function readDecision(
  review: Review,
  state: PastState,
  decision: RowDecision,
): WantedChange | string {
  const { row, status, note, was } = decision;
  const seen = state.rows.get(row - 1);
  if (seen === undefined) return `there is no row ${row} in the alignment`;
  const now = review.rows[indexOfRow(review, row - 1)];
  // What happened to the row is said where the changes are merged.
  const isThere = now !== undefined && sameCells(now.cells, seen.cells);
  const texts = readTexts(isThere ? review : { ...review, ...state.texts }, isThere ? now : seen, {
    decision,
    checked: isThere,
  });
  if (typeof texts === 'string') return texts;
  const values: WantedValues = {
    ...(status !== null && decided[status]),
    ...(note !== null && { note: onOneLine(note) }),
  };
  const before: SeenRow = {
    status: was?.status ?? 'unreviewed',
    note: was?.note ?? '',
    flagged: now?.flagged ?? false,
    cells: seen.cells,
    edits: now?.edits ?? {},
  };
  const rewrites = Object.keys(texts).length > 0;
  if (isThere && rewrites && status === null && now.status !== before.status)
    return `the row is now ${now.status}; it was not changed`;
  return { row, basedOn: before, values, texts };
}

const decided = {
  accepted: { status: 'accepted', doubt: false },
  rejected: { status: 'rejected', doubt: false },
  'needs-review': { status: 'unreviewed', doubt: true },
} as const satisfies Record<NonNullable<RowDecision['status']>, WantedValues>;

/**
 * Stream -> text, for the texts that the row doesn't have yet; or a problem. If `checked`, the row must have the
 * texts that were decided on, or those that are wanted.
 */
function readTexts(
  review: Review,
  row: ReviewRow,
  { decision, checked }: { readonly decision: RowDecision; readonly checked: boolean },
): Readonly<Record<number, string>> | string {
  const streams = lettersOf(review, row);
  const texts: Record<number, string> = {};
  for (const [column, saw] of decision.texts.entries()) {
    const letter = columnLetters(column);
    const stream = streams.get(letter);
    const edit = decision.edits[column] ?? null;
    if (stream === undefined) {
      if (saw.trim() !== '' || edit !== null)
        return `the decision has a text ${letter}, but row ${rowNumber(row)} has no sentence there`;
      continue;
    }
    const now = onOneLine(readableText(review, row, stream));
    const wanted = edit === null ? null : wantedText(review, row, stream, edit);
    const isSeen = onOneLine(saw) === now;
    const isDone = wanted !== null && wanted === cellText(review, row, stream);
    if (checked && !isSeen && !isDone)
      return `the row now has another text ${letter}: ${difference(now, onOneLine(saw))}; it was not changed`;
    if (wanted !== null && !isDone && onOneLine(edit ?? '') !== now) texts[stream] = wanted;
  }
  const columns = decision.texts.length;
  const missing = [...streams.keys()].find((letter) => (columnIndex(letter) ?? 0) >= columns);
  return missing === undefined ? texts : `the decision has no text ${missing}`;
}

/** Characters before a difference that show where it is. */
const leading = 20;

/** Two texts from a little before they differ: they may be long. */
function difference(now: string, saw: string): string {
  let same = 0;
  while (same < now.length && now[same] === saw[same]) same++;
  const near = Math.max(0, same - leading);
  const space = now.indexOf(' ', near);
  // Not inside a word or a character.
  const inCharacter = /^[\uDC00-\uDFFF]/.test(now.slice(near, near + 1));
  const from = near > 0 && space >= 0 && space < same ? space + 1 : near + (inCharacter ? 1 : 0);
  const cut = (text: string) => quoted(`${from > 0 ? '…' : ''}${text.slice(from)}`);
  return `${cut(now)} (decided on ${cut(saw)})`;
}

/** The text that an edit wants; the source's own for an empty one, or one that says what the source says. */
function wantedText(review: Review, row: ReviewRow, stream: number, edit: string): string {
  const own = originalText(review, row, stream);
  const clean = onOneLine(edit);
  return clean === '' || clean === onOneLine(readableOriginal(review, row, stream)) ? own : clean;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
