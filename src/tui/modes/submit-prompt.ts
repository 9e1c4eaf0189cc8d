/** Text fields: what opens them, and what becomes of what was typed. */
import { setNote } from '../../review/operations/decide.js';
import { editText, replaceText } from '../../review/operations/texts.js';
import { parseQuery } from '../../review/search.js';
import { cellText } from '../../review/text.js';
import { matchesText, parseFilter } from '../../review/view.js';
import { field } from '../view/text-field.js';
import { ask } from './confirm-mode.js';
import { perform } from './perform.js';
import {
  jump,
  say,
  select,
  selectedRow,
  settle,
  showOnly,
  shownRows,
  stay,
  type PromptKind,
  type Step,
  type View,
} from '../view/view-state.js';

/** Prompts that change the review: not for those who may only look. */
const changing: ReadonlySet<PromptKind['of']> = new Set([
  'note',
  'find',
  'replacement',
  'language',
  'text',
]);

/** Opens a field, filled with what is there now. */
export function openPrompt(view: View, prompt: PromptKind): View {
  if (view.readOnly !== null && changing.has(prompt.of)) return say(view, view.readOnly, 'warning');
  const row = selectedRow(view);
  let text = '';
  if (prompt.of === 'note') text = row?.note ?? '';
  if (prompt.of === 'search') text = '';
  if (prompt.of === 'export') text = view.title.replace(/\.paralign$/, '') + '.csv';
  if (prompt.of === 'language') {
    const paragraphs = view.review.sources[prompt.source]?.paragraphs ?? [];
    text = paragraphs.find((own) => own.number === prompt.paragraph)?.language ?? '';
  }
  if (prompt.of === 'text') {
    if (row === undefined || (row.cells[prompt.stream] ?? []).length === 0) {
      return say(view, 'this column has no sentence here', 'warning');
    }
    text = cellText(view.review, row, prompt.stream);
  }
  return { ...view, toast: null, mode: { type: 'field', prompt, field: field(text) } };
}

/** What stands before the field. */
export function promptLabel(view: View, prompt: PromptKind): string {
  switch (prompt.of) {
    case 'search':
      return '/';
    case 'command':
      return ':';
    case 'filter':
      return 'show (type 2-1, confidence .2-.6 or <.5, or a word): ';
    case 'note':
      return 'note: ';
    case 'export':
      return 'export to: ';
    case 'find':
      return 'replace: ';
    case 'replacement':
      return `replace "${prompt.find}" with: `;
    case 'language': {
      const name = view.review.sources[prompt.source]?.name ?? '';
      return `language of paragraph ${prompt.paragraph} of ${name}: `;
    }
    case 'text':
      return `text of ${view.review.streams[prompt.stream]?.language ?? ''}: `;
  }
}

/** Does what a field was for. */
export function submitPrompt(view: View, prompt: PromptKind, text: string): Step {
  const closed: View = { ...view, mode: { type: 'normal' } };
  const { review, selected } = view;
  switch (prompt.of) {
    case 'search':
      return stay(search(closed, text));
    case 'command':
      return runCommandLine(closed, text.trim());
    case 'filter': {
      const query = parseQuery(text);
      const filter = parseFilter(text) ?? (query === null ? null : { by: 'text' as const, query });
      return stay(filter === null ? closed : showOnly(closed, filter));
    }
    case 'note':
      return perform(closed, setNote(review, selected, text));
    case 'export':
      if (text.trim() === '') return stay(closed);
      return { view: closed, effects: [{ type: 'export', path: text.trim() }] };
    case 'find':
      return stay(text === '' ? closed : openPrompt(closed, { of: 'replacement', find: text }));
    case 'replacement': {
      const ids = shownRows(view).map((row) => row.id);
      return ask(closed, replaceText(review, ids, prompt.find, text, null, selected));
    }
    case 'language': {
      const { source, paragraph } = prompt;
      const language = text.trim();
      if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language)) {
        return stay(
          say(closed, `"${language}" is no language tag such as es or zh-Hant`, 'warning'),
        );
      }
      return {
        view: say(closed, 'splitting and aligning the paragraph anew ...'),
        effects: [{ type: 'relabel', source, paragraph, language }],
      };
    }
    case 'text':
      return perform(closed, editText(review, selected, prompt.stream, text));
  }
}

function search(view: View, text: string): View {
  const query = parseQuery(text) ?? view.query;
  if (query === null) return view;
  const wanted = { ...view, query };
  const row = selectedRow(view);
  // A hit on the row that is selected counts: people search for what they may already look at.
  if (row !== undefined && matchesText(view.review, row, query)) {
    return say(wanted, `"${query.text}" is in this row`);
  }
  const hit = jump(
    wanted,
    1,
    (own) => matchesText(view.review, own, query),
    `"${query.text}" is nowhere`,
  );
  return hit;
}

/** `:120`, `:w`, `:q`, `:wq`, `:export FILE`, `:threshold .7`, `:s/old/new/`, `:filter WORD`. */
function runCommandLine(view: View, line: string): Step {
  if (/^\d+$/.test(line)) {
    const { rows } = view.review;
    const row = rows[Math.min(Number(line), rows.length) - 1];
    if (row === undefined) return stay(say(view, 'there is no such row', 'warning'));
    const there = shownRows(view).includes(row)
      ? view
      : settle({ ...view, filter: { by: 'all' as const } });
    return stay(select(there, row.id));
  }
  const [word = '', ...rest] = line.split(/\s+/);
  const argument = rest.join(' ');
  const substitute = /^s([/|,#])(.+?)\1(.*?)(?:\1g?)?$/.exec(line);
  if (substitute !== null) {
    const ids = shownRows(view).map((row) => row.id);
    const [, , find = '', replacement = ''] = substitute;
    return ask(view, replaceText(view.review, ids, find, replacement, null, view.selected));
  }
  switch (word) {
    case '':
      return stay(view);
    case 'w':
      return { view, effects: [{ type: 'save' }] };
    case 'q':
    case 'wq':
    case 'x':
      return { view, effects: [{ type: 'quit' }] };
    case 'export':
      if (argument === '') return stay(openPrompt(view, { of: 'export' }));
      return { view, effects: [{ type: 'export', path: argument }] };
    case 'filter':
      return submitPrompt(view, { of: 'filter' }, argument);
    case 'threshold': {
      const threshold = Number(argument);
      if (argument === '' || !(threshold >= 0 && threshold <= 1)) {
        return stay(say(view, 'the threshold is a number from 0 to 1', 'warning'));
      }
      return stay(say(settle({ ...view, threshold }), `threshold ${threshold.toFixed(2)}`));
    }
    default:
      return stay(say(view, `there is no command ":${word}"`, 'warning'));
  }
}
