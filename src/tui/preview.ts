/** What a step would change, as lines: rows that go, rows that come. */
import { rowType } from '../review/lookup.js';
import { applyChange } from '../review/change.js';
import type { Entry, Review, ReviewRow } from '../review/model.js';
import { cellText } from '../review/text.js';
import { run, type Line } from './cells.js';
import { confidenceStyle } from './theme.js';
import { showConfidence } from './compose-list.js';

/** What goes stands before what comes; rows that stay as they are are counted, not shown. */
export function previewOf(review: Review, entry: Entry): readonly Line[] {
  const lines: Line[] = [];
  let stay = 0;
  let state = review;
  for (const change of entry.changes) {
    const after = applyChange(state, change);
    if (change.type === 'rows') {
      for (const row of change.removed) {
        if (change.inserted.includes(row)) stay++;
        else lines.push(...rowLines(review, row, '-', 'removed'));
      }
      for (const row of change.inserted) {
        if (!change.removed.includes(row)) lines.push(...rowLines(after, row, '+', 'added'));
      }
    }
    state = after;
  }
  const rest = stay === 0 ? '' : `; ${stay} rows stay as they are`;
  return [[run(`${entry.label}${rest}`, 'bold')], [], ...lines];
}

function rowLines(review: Review, row: ReviewRow, sign: string, style: string): Line[] {
  const head: Line = [
    run(`${sign} `, style),
    run(rowType(row).padEnd(8), 'bold'),
    run(`${showConfidence(row.confidence)} `, confidenceStyle(row.confidence)),
  ];
  const texts = row.cells.map((cell, stream) =>
    cell.length === 0 ? '' : cellText(review, row, stream),
  );
  return texts
    .filter((text) => text !== '')
    .map((text, index) => [...(index === 0 ? head : [run(' '.repeat(15))]), run(text)]);
}
