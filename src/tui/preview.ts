/** What a step would change, as lines: rows that go, rows that come. */
import { rowType } from '../review/lookup.js';
import { applyChange } from '../review/change.js';
import type { Entry, Review, ReviewRow } from '../review/model.js';
import { cellText } from '../review/text.js';
import { run, type Line } from './cells.js';
import { confidenceStyle } from './theme.js';
import { showConfidence } from './compose-list.js';

/** Rows that stay as they are stand between the others, in dim. */
export function previewOf(review: Review, entry: Entry): readonly Line[] {
  const lines: Line[] = [[run(entry.label, 'bold')], []];
  let state = review;
  for (const change of entry.changes) {
    const after = applyChange(state, change);
    if (change.type === 'rows') {
      const kept = new Set(change.removed.filter((row) => change.inserted.includes(row)));
      for (const row of change.removed) {
        if (!kept.has(row)) lines.push(...rowLines(review, row, '-', 'removed'));
      }
      for (const row of change.inserted) {
        lines.push(
          ...rowLines(after, row, kept.has(row) ? ' ' : '+', kept.has(row) ? 'dim' : 'added'),
        );
      }
    }
    state = after;
  }
  return lines;
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
    .map((text, index) => [
      ...(index === 0 ? head : [run(' '.repeat(15))]),
      run(text, style === 'dim' ? 'dim' : ''),
    ]);
}
