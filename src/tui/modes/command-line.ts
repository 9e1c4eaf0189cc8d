/** Command lines: what is typed after `:`. */
import { replaceText } from '../../review/operations/texts.js';
import { goToRow, settle, shownRows } from '../view/selection.js';
import { stay, type Step } from '../view/step.js';
import { operationContext, say, type View } from '../view/view-state.js';
import { ask } from './confirm-mode.js';
import { filterBy } from './filter-mode.js';
import { openPrompt } from './open-prompt.js';
import { walkBeside } from '../view/walk-series.js';

/**
 * `:120`, `:w`, `:q`, `:wq`, `:export FILE`, `:threshold .7`, `:s/old/new/` (this row) or
 * `:%s/old/new/` (all rows that are shown), `:filter WORD`, `:help`; `:n` and `:N` open the next
 * and the previous review of a folder.
 */
export function runCommandLine(view: View, line: string): Step {
  if (/^\d+$/.test(line)) return stay(goToRow(view, Number(line)));
  const [word = '', ...rest] = line.split(/\s+/);
  const argument = rest.join(' ');
  const substitute = /^(%?)s([/|,#])(.+?)\2(.*?)(?:\2g?)?$/.exec(line);
  if (substitute !== null) {
    const [, all, , find = '', replacement = ''] = substitute;
    const ids = all === '%' ? shownRows(view).map((row) => row.id) : [view.selected];
    const context = operationContext(view);
    return ask(
      view,
      replaceText(view.review, ids, find, replacement, null, view.selected, context),
    );
  }
  switch (word) {
    case '':
      return stay(view);
    case 'w':
      return { view, effects: [{ type: 'save' }] };
    case 'h':
    case 'help':
      return stay({ ...view, mode: { type: 'help', top: 0 } });
    case 'q':
    case 'wq':
    case 'x':
      return { view, effects: [{ type: 'quit' }] };
    case 'n':
    case 'next':
      return walkBeside(view, 1);
    case 'N':
    case 'Next':
    case 'prev':
    case 'previous':
      return walkBeside(view, -1);
    case 'export':
      if (argument === '') return stay(openPrompt(view, { of: 'export' }));
      return { view, effects: [{ type: 'export', path: argument, replace: false }] };
    case 'filter':
      return stay(filterBy(view, argument));
    case 'threshold': {
      const threshold = Number(argument);
      if (argument === '' || !(threshold >= 0 && threshold <= 1)) {
        return stay(say(view, 'the threshold must be a number from 0 to 1', 'warning'));
      }
      return stay(say(settle({ ...view, threshold }), `threshold ${threshold.toFixed(2)}`));
    }
    default:
      return stay(say(view, `unknown command ":${word}" (:help lists them)`, 'warning'));
  }
}
