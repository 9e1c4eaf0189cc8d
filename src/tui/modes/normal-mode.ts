/** The commands of the list: moving, deciding, changing rows, changing how they are shown. */
import { isNoiseRow } from '../../review/noise.js';
import type { CommandName } from '../view/command-table.js';
import { nothingShown, selectedRow } from '../view/selection.js';
import { stay, type Step } from '../view/step.js';
import { say, type View } from '../view/view-state.js';
import { changeCommand } from './change-commands.js';
import { decideCommand } from './decide-commands.js';
import { moveCommand } from './move-commands.js';
import { showCommand } from './show-commands.js';
import { walkHistory } from './walk-history.js';

/** Runs a command of the list. `typed` is the number typed before it, if any. */
export function normalCommand(view: View, name: CommandName, typed: number | null): Step {
  const count = typed ?? 1;
  if (name === 'undo' || name === 'redo') return walkHistory(view, name, count);
  const done = moveCommand(view, name, typed) ?? showCommand(view, name);
  if (done !== null) return done;
  const row = selectedRow(view);
  // All other commands need a row to work on.
  if (row === undefined) return stay(say(view, nothingShown(view), 'warning'));
  const decided = isNoiseRow(row) ? null : decideCommand(view, name);
  return decided ?? changeCommand(view, row, name) ?? stay(view);
}
