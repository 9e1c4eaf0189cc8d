/** One text of a row, with what the checks found in it and the words that the other text lacks. */
import { useState } from 'preact/hooks';
import { languageAttributes } from '../model/language.js';
import type { PageCell, PageCheck, PageColumn } from '../../data/page-data.js';
import { segmentText, type Range, type Segment } from './segments.js';

/** Longer texts are cut until somebody asks for the rest. */
const longestShown = 3000;

/** What a cell shows. */
export interface CellProps {
  readonly cell: PageCell | null;
  readonly column: PageColumn;
  /** Which column it is. */
  readonly place: number;
  readonly checks: readonly PageCheck[];
  readonly changes: readonly Range[];
  /** The text that somebody wrote on the page. */
  readonly edit: string | null;
}

/** A cell of the table. */
export function CellView({ cell, column, place, checks, changes, edit }: CellProps) {
  if (cell === null)
    return (
      <div role="cell" class="text empty">
        <span class="sr">nothing</span>
      </div>
    );
  const language = cell.language ?? column.language;
  const other = cell.language !== undefined && (
    <span class="language" lang="en" dir="ltr">
      {language}
    </span>
  );
  return (
    <div role="cell" class="text" data-column={place} {...languageAttributes(language)}>
      <span class="name" lang="en" dir="auto">
        {column.name}
      </span>
      {other}
      {edit === null ? (
        <>
          <CellText text={cell.text} marks={cell.marks ?? []} checks={checks} changes={changes} />
          {cell.original !== undefined && <Before text={cell.original} />}
        </>
      ) : (
        <>
          <ins>{edit}</ins>
          <Before text={cell.text} />
        </>
      )}
    </div>
  );
}

/** What a text was before somebody changed it. */
function Before({ text }: { readonly text: string }) {
  return (
    <span class="before">
      <span class="sr" lang="en">
        {' '}
        before:{' '}
      </span>
      <del>{text.slice(0, longestShown)}</del>
    </span>
  );
}

interface CellTextProps {
  readonly text: string;
  readonly marks: NonNullable<PageCell['marks']>;
  readonly checks: readonly PageCheck[];
  readonly changes: readonly Range[];
}

/** The text of a cell; a very long one is cut. */
export function CellText({ text, marks, checks, changes }: CellTextProps) {
  const [whole, setWhole] = useState(false);
  const length = whole ? text.length : Math.min(text.length, longestShown);
  const plain = marks.length === 0 && changes.length === 0;
  return (
    <>
      {plain
        ? text.slice(0, length)
        : segmentText(text, marks, changes, length).map((segment) => drawSegment(segment, checks))}
      {length < text.length && (
        <button type="button" class="more" lang="en" dir="ltr" onClick={() => setWhole(true)}>
          … show all {text.length} characters
        </button>
      )}
    </>
  );
}

function drawSegment({ text, check, changed }: Segment, checks: readonly PageCheck[]) {
  const inner = changed ? <b class="changed">{text}</b> : text;
  return check < 0 ? inner : <mark title={checks[check]?.text ?? ''}>{inner}</mark>;
}
