/** Commands that change how the review is shown, open something over it, or end the session. */
import type { CommandName } from '../view/command-table.js';
import { defaultDetail, detailShares } from '../view/layout.js';
import { settle } from '../view/selection.js';
import { stay, type Step } from '../view/step.js';
import { diffModeOf, say, type View } from '../view/view-state.js';
import { openPrompt } from './open-prompt.js';

/** Runs a command that needs no row and moves nothing; null for any other command. */
export function showCommand(view: View, name: CommandName): Step | null {
  switch (name) {
    case 'command':
      return stay(openPrompt(view, { of: 'command' }));
    case 'search':
      return stay(openPrompt(view, { of: 'search' }));
    case 'replace':
      return stay(openPrompt(view, { of: 'find' }));
    case 'export':
      return stay(openPrompt(view, { of: 'export' }));
    case 'filter':
      return stay({ ...view, mode: { type: 'filters' } });
    case 'sort':
      return stay(nextSorting(view));
    case 'diff':
      return stay(nextDiffMode(view));
    case 'words':
      return stay(toggleWords(view));
    case 'detailLarger':
      return stay(resizeDetail(view, 1));
    case 'detailSmaller':
      return stay(resizeDetail(view, -1));
    case 'help':
      return stay({ ...view, mode: { type: 'help', top: 0 } });
    case 'save':
      return { view, effects: [{ type: 'save' }] };
    case 'quit':
      return { view, effects: [{ type: 'quit' }] };
    case 'cancel':
      return stay(cancel(view));
    default:
      return null;
  }
}

function nextSorting(view: View): View {
  const sorting = view.sorting === 'order' ? 'doubt' : 'order';
  const text = sorting === 'order' ? 'sorted by position in the texts' : 'least certain first';
  return say(settle({ ...view, sorting }), text);
}

/** The ways to show differences, in the order the key goes through them, with their names in messages. */
const diffModes = [
  ['side', 'side by side'],
  ['inline', 'inline'],
  ['off', 'off'],
] as const;

function nextDiffMode(view: View): View {
  const now = diffModes.findIndex(([mode]) => mode === diffModeOf(view));
  const [diff, words] = diffModes[(now + 1) % diffModes.length] ?? diffModes[0];
  return say({ ...view, diff }, `differences: ${words}`);
}

function toggleWords(view: View): View {
  const showsWords = !view.showsWords;
  return say({ ...view, showsWords }, showsWords ? 'words that say the same: on' : 'words: off');
}

function resizeDetail(view: View, by: 1 | -1): View {
  const now = view.detail ?? defaultDetail(view.rows);
  const detail = Math.max(0, Math.min(now + by, detailShares.length - 1));
  return settle({ ...view, detail });
}

/** Clears the marks; if there are none, the search; if there is none, the filter. */
function cancel(view: View): View {
  if (view.marked.length > 0) return say({ ...view, marked: [] }, 'marks cleared');
  if (view.query !== null) return { ...view, query: null };
  return view.filter.by === 'all' ? view : settle({ ...view, filter: { by: 'all' } });
}
