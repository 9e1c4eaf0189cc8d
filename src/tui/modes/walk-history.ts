/** Undo and redo. */
import { act, redoable, undoable } from '../../review/history.js';
import { select, settle } from '../view/selection.js';
import { stay, type Step } from '../view/step.js';
import { say, type View } from '../view/view-state.js';

/** Undoes or redoes up to `count` steps. */
export function walkHistory(view: View, way: 'undo' | 'redo', count: number): Step {
  let result = stay(view);
  for (let index = 0; index < Math.max(1, count); index++) {
    const next = walkOne(result.view, way);
    result = { view: next.view, effects: [...result.effects, ...next.effects] };
    if (next.effects.length === 0) break;
  }
  return result;
}

function walkOne(view: View, way: 'undo' | 'redo'): Step {
  if (view.readOnly !== null) return stay(say(view, view.readOnly, 'warning'));
  const entry = way === 'undo' ? undoable(view.review) : redoable(view.review);
  if (entry === undefined) return stay(say(view, `nothing to ${way}`, 'warning'));
  const action = { type: way };
  const review = act(view.review, action);
  // Selects the row where the step was taken, or the one it led to.
  const next = select(settle({ ...view, review }), way === 'undo' ? entry.from : entry.to);
  const text = way === 'undo' ? `undone: ${entry.label}` : `redone: ${entry.label}`;
  return {
    view: say(next, text),
    effects: [{ type: 'record', action, sequence: review.sequence }],
  };
}
