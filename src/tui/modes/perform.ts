/** Taking steps: turns an operation's draft into the next view and a record for the journal. */
import { act } from '../../review/history.js';
import { isRefusal, type Draft, type Entry, type ReviewRow } from '../../review/model.js';
import { needsReview } from '../../review/queue.js';
import { keyHint } from '../view/keymap.js';
import { jump, select, settle } from '../view/selection.js';
import { stay, type Step } from '../view/step.js';
import { say, type View } from '../view/view-state.js';
import { walkOn, whereNext } from '../view/walk-series.js';

/** Takes the step that an operation drafted, or says why it was refused. */
export function perform(view: View, draft: Draft): Step {
  if (view.readOnly !== null) return stay(say(view, view.readOnly, 'warning'));
  if (isRefusal(draft)) return stay(say(view, draft.refused, 'warning'));
  return take(view, draft);
}

function take(view: View, entry: Entry): Step {
  const review = act(view.review, { type: 'do', entry });
  const selected = select(settle({ ...view, review, mode: { type: 'normal' } }), entry.to);
  const next = say(selected, `${entry.label} (${keyHint(view.keymap, 'undo')} to undo)`);
  return {
    view: next,
    effects: [{ type: 'record', action: { type: 'do', entry }, sequence: review.sequence }],
  };
}

/**
 * Takes the step and goes to the next row that needs review or, if there is none, to the next
 * undecided one. It moves on even if the row already had that decision.
 */
export function performAndGoOn(view: View, draft: Draft): Step {
  const step = perform(view, draft);
  if (view.readOnly !== null) return step;
  const { threshold } = view;
  const here = step.view.selected;
  const goOn = (wanted: (row: ReviewRow) => boolean) => {
    const next = jump(step.view, 1, wanted, '');
    return next.selected === here ? null : { ...step, view: { ...next, toast: step.view.toast } };
  };
  const doubtful = goOn((row) => needsReview(row, threshold));
  if (view.series !== null) return doubtful ?? stayInSeries(step);
  return (
    doubtful ??
    goOn((row) => row.status === 'unreviewed') ?? {
      ...step,
      view: say(step.view, `${step.view.toast?.text ?? ''}; that was the last row`),
    }
  );
}

/**
 * After the last decision of a review, its row stays selected, so that undo reverts what is on the
 * screen. Pressing the same key again opens the next review.
 */
function stayInSeries(step: Step): Step {
  const decidedBefore = step.effects.length === 0;
  const next = decidedBefore ? walkOn(step.view, 1, 'doubt') : null;
  const said = `${step.view.toast?.text ?? ''}; ${whereNext(step.view)}`;
  return next ?? { ...step, view: say(step.view, said) };
}
