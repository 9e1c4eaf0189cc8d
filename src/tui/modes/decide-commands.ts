/** Commands that say what a person thinks of rows, without changing what stands in them. */
import type { Draft } from '../../review/model.js';
import { decide, decideAll, toggleDoubt, toggleFlag } from '../../review/operations/decide.js';
import { needsReview } from '../../review/queue.js';
import type { CommandName } from '../view/command-table.js';
import { placeOf, shownRows } from '../view/selection.js';
import { stay, type Step } from '../view/step.js';
import type { View } from '../view/view-state.js';
import { ask } from './confirm-mode.js';
import { openPrompt } from './open-prompt.js';
import { perform, performAndGoOn } from './perform.js';

/** Does a command that decides on the selected row, or on many rows; null for any other. */
export function decideCommand(view: View, name: CommandName): Step | null {
  const { review, selected } = view;
  switch (name) {
    case 'accept':
      return performAndGoOn(view, decide(review, selected, 'accepted'));
    case 'reject':
      return performAndGoOn(view, decide(review, selected, 'rejected'));
    case 'clear':
      return perform(view, decide(review, selected, 'unreviewed'));
    case 'doubt':
      return perform(view, toggleDoubt(review, selected));
    case 'flag':
      return perform(view, toggleFlag(review, selected));
    case 'note':
      return stay(openPrompt(view, { of: 'note' }));
    case 'acceptConfident':
      return ask(view, acceptConfident(view));
    case 'acceptAbove':
      return ask(view, acceptAbove(view));
    default:
      return null;
  }
}

/** All shown rows that are sure enough and undecided, accepted. */
function acceptConfident(view: View): Draft {
  const ids = shownRows(view)
    .filter((row) => row.status === 'unreviewed' && !needsReview(row, view.threshold))
    .map((row) => row.id);
  const what = `with confidence ${view.threshold.toFixed(2)} or more`;
  return decideAll(view.review, ids, 'accepted', view.selected, what);
}

/** All shown rows that are undecided, from the first to the selected one, accepted. */
function acceptAbove(view: View): Draft {
  const rows = shownRows(view).slice(0, placeOf(view) + 1);
  const ids = rows.filter((row) => row.status === 'unreviewed').map((row) => row.id);
  return decideAll(view.review, ids, 'accepted', view.selected, 'up to here');
}
