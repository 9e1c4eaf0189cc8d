/** Commands that record decisions on rows without changing their content. */
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

/** Runs a command that decides on the selected row or on many rows; null for any other command. */
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
 * Accepts all shown rows that are undecided and confident enough. The question says how many rows are
 * left out only because a check fails.
 */
function acceptConfident(view: View): Step {
  const { review, selected, threshold } = view;
  const open = shownRows(view).filter((row) => row.status === 'unreviewed');
  const sure = open.filter((row) => !needsReview(row, threshold));
  const failing = open.filter((row) => failsOnlyCheck(row, threshold)).length;
  const what = `with confidence ${threshold.toFixed(2)} or more`;
  const draft = decideAll(review, idsOf(sure), 'accepted', selected, what);
  return ask(view, draft, failing === 0 ? '' : `, except ${withFailingChecks(failing)}`);
}

/** Accepts all shown rows that are undecided, from the first to the selected one. */
function acceptAbove(view: View): Step {
  const { review, selected } = view;
  const shown = shownRows(view).slice(0, placeOf(view) + 1);
  const open = shown.filter((row) => row.status === 'unreviewed');
  const failing = open.filter(failsCheck).length;
  const draft = decideAll(review, idsOf(open), 'accepted', selected, 'up to here');
  return ask(view, draft, failing === 0 ? '' : `, including ${withFailingChecks(failing)}`);
}

function idsOf(rows: readonly ReviewRow[]): number[] {
  return rows.map(({ id }) => id);
}

function withFailingChecks(count: number): string {
  return count === 1 ? '1 with a failing check' : `${count} with failing checks`;
}
