/** Commands that say what a person thinks of rows, without changing what stands in them. */
import type { ReviewRow } from '../../review/model.js';
import { decide, decideAll, toggleDoubt, toggleFlag } from '../../review/operations/decide.js';
import { failsCheck, failsOnlyCheck, needsReview } from '../../review/queue.js';
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
      return acceptConfident(view);
    case 'acceptAbove':
      return acceptAbove(view);
    default:
      return null;
  }
}

/**
 * All shown rows that are sure enough and undecided, accepted. Those where a check fails would be sure
 * enough: the question says how many of them are left out.
 */
function acceptConfident(view: View): Step {
  const { review, selected, threshold } = view;
  const open = shownRows(view).filter((row) => row.status === 'unreviewed');
  const sure = open.filter((row) => !needsReview(row, threshold));
  const failing = open.filter((row) => failsOnlyCheck(row, threshold)).length;
  const what = `with confidence ${threshold.toFixed(2)} or more`;
  const draft = decideAll(review, idsOf(sure), 'accepted', selected, what);
  return ask(view, draft, failing === 0 ? '' : `, but not ${withFailingChecks(failing)}`);
}

/** All shown rows that are undecided, from the first to the selected one, accepted. */
function acceptAbove(view: View): Step {
  const { review, selected } = view;
  const shown = shownRows(view).slice(0, placeOf(view) + 1);
  const open = shown.filter((row) => row.status === 'unreviewed');
  const failing = open.filter(failsCheck).length;
  const draft = decideAll(review, idsOf(open), 'accepted', selected, 'up to here');
  return ask(view, draft, failing === 0 ? '' : `, among them ${withFailingChecks(failing)}`);
}

function idsOf(rows: readonly ReviewRow[]): number[] {
  return rows.map(({ id }) => id);
}

function withFailingChecks(count: number): string {
  return count === 1 ? '1 with a failing check' : `${count} with failing checks`;
}
