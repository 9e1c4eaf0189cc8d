/** Splitting a row between sentences: how many of each column stay in the upper row. */
import type { ReviewRow } from '../../review/model.js';
import { splitRow } from '../../review/operations/rows.js';
import type { CommandName } from '../view/command-table.js';
import { selectedRow } from '../view/selection.js';
import { stay, type Step } from '../view/step.js';
import { operationContext, say, type View } from '../view/view-state.js';
import { startCut } from './cut-mode.js';
import { perform } from './perform.js';

/** Starts splitting a row: at first, half of each column's sentences stay in the upper row. */
export function startSplit(view: View, row: ReviewRow): View {
  if (view.readOnly !== null) return say(view, view.readOnly, 'warning');
  if (row.cells.every((cell) => cell.length < 2)) return startCut(view, row);
  const counts = row.cells.map((cell) => Math.ceil(cell.length / 2));
  return { ...view, toast: null, mode: { type: 'split', counts } };
}

/** Runs a command while a row is being split between sentences. */
export function splitCommand(view: View, name: CommandName): Step {
  const row = selectedRow(view);
  if (view.mode.type !== 'split' || row === undefined) return stay(view);
  const { counts } = view.mode;
  const streams = counts.length;
  switch (name) {
    case 'next':
    case 'previous': {
      const by = name === 'next' ? 1 : -1;
      const next = counts.map((count, stream) =>
        stream === view.column
          ? Math.max(0, Math.min(count + by, row.cells[stream]?.length ?? 0))
          : count,
      );
      return stay({ ...view, mode: { type: 'split', counts: next } });
    }
    case 'columnRight':
      return stay({ ...view, column: (view.column + 1) % streams });
    case 'columnLeft':
      return stay({ ...view, column: (view.column + streams - 1) % streams });
    case 'cutInside':
      return stay(startCut(view, row));
    case 'confirm':
      return perform(view, splitRow(view.review, view.selected, counts, operationContext(view)));
    default:
      return stay({ ...view, mode: { type: 'normal' } });
  }
}
