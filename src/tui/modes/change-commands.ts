/** Commands that change the selected row, and those that query the aligner about it. */
import type { ReviewRow } from '../../review/model.js';
import {
  linkRows,
  mergeRows,
  moveSentence,
  swapWithNext,
  unlink,
} from '../../review/operations/rows.js';
import { isNoiseRow } from '../../review/noise.js';
import { cellText } from '../../review/text.js';
import { markAsNoise, restoreNoise } from '../../review/operations/noise.js';
import type { CommandName } from '../view/command-table.js';
import { keyHint } from '../view/keymap.js';
import { stay, type Effect, type Step } from '../view/step.js';
import { operationContext, say, type View } from '../view/view-state.js';
import { openPrompt } from './open-prompt.js';
import { perform } from './perform.js';
import { startSplit } from './split-mode.js';

/** Runs a command that changes the selected row; null for any other command. */
export function changeCommand(view: View, row: ReviewRow, name: CommandName): Step | null {
  const { review, selected, column } = view;
  const context = operationContext(view);
  if (isNoiseRow(row)) return noiseCommand(view, row, name);
  switch (name) {
    case 'merge':
      return perform(view, mergeRows(review, selected, 'next', context));
    case 'mergePrevious':
      return perform(view, mergeRows(review, selected, 'previous', context));
    case 'split':
      return stay(startSplit(view, row));
    case 'moveDown':
      return perform(view, moveSentence(review, selected, column, 'next', context));
    case 'moveUp':
      return perform(view, moveSentence(review, selected, column, 'previous', context));
    case 'swap':
      return perform(view, swapWithNext(review, selected, column, context));
    case 'unlink':
      return perform(view, unlink(review, selected, column, context));
    case 'noise':
      return perform(view, markAsNoise(review, selected, column, context));
    case 'mark':
      return stay(toggleMark(view));
    case 'link':
      return linkMarked(view);
    case 'edit':
      return stay(openPrompt(view, { of: 'text', stream: column }));
    case 'editOutside':
      return request(view, view, {
        type: 'editor',
        stream: column,
        text: cellText(review, row, column),
      });
    case 'realign':
      return request(view, say(view, 'realigning ...'), { type: 'realign', row: selected });
    case 'explain':
      return {
        view: say(view, 'explaining ...'),
        effects: [{ type: 'explain', row: selected }],
      };
    case 'language':
      return stay(openLanguage(view, row));
    default:
      return null;
  }
}

/** The only thing to do with noise is to restore its text. */
function noiseCommand(view: View, row: ReviewRow, name: CommandName): Step {
  if (name === 'noise') return perform(view, restoreNoise(view.review, row.cells.flat()));
  const key = keyHint(view.keymap, 'noise');
  return stay(say(view, `this is noise, not a row; ${key} restores the text`, 'warning'));
}

/** Has the driver do something that changes the review, unless the review is read-only. */
function request(view: View, meanwhile: View, effect: Effect): Step {
  if (view.readOnly !== null) return stay(say(view, view.readOnly, 'warning'));
  return { view: meanwhile, effects: [effect] };
}

function toggleMark(view: View): View {
  const { selected } = view;
  const marked = view.marked.includes(selected)
    ? view.marked.filter((id) => id !== selected)
    : [...view.marked, selected];
  const link = keyHint(view.keymap, 'link');
  return say({ ...view, marked }, `${marked.length} marked; ${link} on another row links them`);
}

/** Links the marked rows with the selected one; if that is refused, the marks stay. */
function linkMarked(view: View): Step {
  const ids = [...view.marked, view.selected];
  const step = perform(view, linkRows(view.review, ids, operationContext(view)));
  return step.effects.length === 0 ? step : { ...step, view: { ...step.view, marked: [] } };
}

/** Opens the field for the language of the paragraph with the active column's first sentence. */
function openLanguage(view: View, row: ReviewRow): View {
  const sentence = view.review.sentences[row.cells[view.column]?.[0] ?? -1];
  if (sentence === undefined) return say(view, 'this column has no sentence here', 'warning');
  const { source, paragraph } = sentence;
  return openPrompt(view, { of: 'language', source, paragraph });
}
