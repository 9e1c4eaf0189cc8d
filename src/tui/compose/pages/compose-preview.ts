/** The page that previews a step: rows to be removed and rows to be added. */
import { applyChange } from '../../../review/change.js';
import { columnLabel, rowType } from '../../../review/lookup.js';
import type { Entry, Review, ReviewRow } from '../../../review/model.js';
import { readableText } from '../../../review/text.js';
import { fitLine, run, type Line } from '../../../terminal/line.js';
import { isRightToLeft } from '../../../text/direction.js';
import { confidenceStyle, showConfidence } from '../../theme/row-style.js';
import type { PageLine } from '../../view/page-line.js';

/** Removed rows come before added ones; unchanged rows are only counted. */
export function composePreview(
  review: Review,
  entry: Entry,
  threshold: number,
): readonly PageLine[] {
  const lines: PageLine[] = [];
  let stay = 0;
  let state = review;
  const show = (of: Review, row: ReviewRow, sign: string, style: string) =>
    lines.push(...rowLines(of, row, [run(`${sign} `, style)], threshold));
  for (const change of entry.changes) {
    const after = applyChange(state, change);
    if (change.type === 'rows') {
      for (const row of change.removed) {
        if (change.inserted.includes(row)) stay++;
        else show(review, row, '-', 'removed');
      }
      for (const row of change.inserted) {
        if (!change.removed.includes(row)) show(after, row, '+', 'added');
      }
    }
    state = after;
  }
  const rest = stay === 0 ? '' : `; ${stay} ${stay === 1 ? 'row' : 'rows'} unchanged`;
  return [{ text: [run(`${entry.label}${rest}`, 'bold')] }, { text: [] }, ...lines];
}

function rowLines(review: Review, row: ReviewRow, sign: Line, threshold: number): PageLine[] {
  const head: Line = [
    ...sign,
    run(`${rowType(row)} `, 'bold'),
    run(`${showConfidence(row).padStart(4)} `, confidenceStyle(row, threshold)),
  ];
  // Wide enough for labels like "- 1-1 1.00 a en " of any row of the review.
  const width = 2 + Math.max(4, 2 * review.streams.length) + 5;
  const filled = row.cells.flatMap((cell, stream) => (cell.length === 0 ? [] : [stream]));
  return filled.map((stream, index) => {
    const name = columnLabel(review, stream);
    const language = review.streams[stream]?.language ?? '';
    return {
      label: [
        ...fitLine(index === 0 ? head : [], width),
        ...fitLine([run(name, 'dim')], Math.max(6, name.length) + 1),
      ],
      text: [run(readableText(review, row, stream))],
      rightToLeft: isRightToLeft(language),
    };
  });
}
