/** Handling what was typed into a text field. */
import { setNote } from '../../review/operations/decide.js';
import { editText, replaceText } from '../../review/operations/texts.js';
import { parseQuery } from '../../review/search.js';
import { matchesText } from '../../review/view.js';
import { findLanguage } from '../../text/languages/find-language.js';
import { selectedRow, shownRows } from '../view/selection.js';
import { stay, type Step } from '../view/step.js';
import { operationContext, say, type PromptKind, type View } from '../view/view-state.js';
import { runCommandLine } from './command-line.js';
import { jumpToHit, sayHit } from '../view/search-hits.js';
import { ask } from './confirm-mode.js';
import { filterBy } from './filter-mode.js';
import { openPrompt } from './open-prompt.js';
import { perform } from './perform.js';

/** Carries out what a field was opened for. */
export function submitPrompt(view: View, prompt: PromptKind, text: string): Step {
  const closed: View = { ...view, mode: { type: 'normal' } };
  const { review, selected } = view;
  switch (prompt.of) {
    case 'search':
      return stay(search(closed, text));
    case 'command':
      return runCommandLine(closed, text.trim());
    case 'filter':
      return stay(filterBy(closed, text));
    case 'note':
      return perform(closed, setNote(review, selected, text));
    case 'export':
      if (text.trim() === '') return stay(closed);
      return { view: closed, effects: [{ type: 'export', path: text.trim(), replace: false }] };
    case 'find':
      return stay(text === '' ? closed : openPrompt(closed, { of: 'replacement', find: text }));
    case 'replacement': {
      const ids = shownRows(view).map((row) => row.id);
      const context = operationContext(view);
      return ask(closed, replaceText(review, ids, prompt.find, text, null, selected, context));
    }
    case 'language':
      return relabel(closed, prompt, text.trim());
    case 'text':
      return perform(
        closed,
        editText(review, selected, prompt.stream, text, operationContext(view)),
      );
  }
}

function relabel(
  view: View,
  { source, paragraph }: Extract<PromptKind, { of: 'language' }>,
  given: string,
): Step {
  const found = findLanguage(given);
  if (found.tag === undefined) {
    const instead =
      found.meant === undefined
        ? 'use a tag such as es or zh-Hant'
        : `did you mean "${found.meant}"?`;
    return stay(say(view, `unknown language "${given}"; ${instead}`, 'warning'));
  }
  return {
    view: say(view, 'splitting and realigning the paragraph ...'),
    effects: [{ type: 'relabel', source, paragraph, language: found.tag }],
  };
}

function search(view: View, text: string): View {
  const query = parseQuery(text) ?? view.query;
  if (query === null) return view;
  const wanted = { ...view, query };
  const row = selectedRow(view);
  // A match in the selected row counts: users may search for what they are looking at.
  if (row !== undefined && matchesText(view.review, row, query))
    return sayHit(wanted, query, false);
  return jumpToHit(wanted, query, 1);
}
