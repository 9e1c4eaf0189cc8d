/** The commands of the list: what each does to the view. */
import { decide, decideAll, toggleDoubt, toggleFlag } from '../../review/operations/decide.js';
import {
  linkRows,
  mergeRows,
  moveSentence,
  swapWithNext,
  unlink,
} from '../../review/operations/rows.js';
import { failsCheck, isOneToOne, needsReview } from '../../review/queue.js';
import { cellText } from '../../review/text.js';
import { matchesText } from '../../review/view.js';
import type { Draft, ReviewRow } from '../../review/model.js';
import type { CommandName } from '../view/command-table.js';
import { ask } from './confirm-mode.js';
import { keyHint } from '../view/keymap.js';
import { defaultDetail, detailShares } from '../view/layout.js';
import { perform, performAndGoOn, redo, undo } from './perform.js';
import { openPrompt } from './submit-prompt.js';
import { scrollDetail } from './scroll-detail.js';
import { startSplit } from './split-mode.js';
import {
  jump,
  layoutOf,
  nothingShown,
  placeOf,
  say,
  select,
  selectedRow,
  settle,
  shownRows,
  stay,
  type DiffMode,
  type Step,
  type View,
} from '../view/view-state.js';

const diffModes: readonly DiffMode[] = ['side', 'inline', 'off'];

/** Does a command of the list. `typed` is the number typed before it, if any. */
export function normalCommand(view: View, name: CommandName, typed: number | null): Step {
  const place = typed === null || (name !== 'first' && name !== 'last') ? null : typed;
  if (place !== null) return stay(step(view, place - 1 - placeOf(view)));
  const count = typed ?? 1;
  return (
    move(view, name, count) ??
    change(view, name, count) ??
    show(view, name) ??
    // Every other command needs a row to work on.
    stay(say(view, nothingShown(view), 'warning'))
  );
}

function step(view: View, distance: number): View {
  const rows = shownRows(view);
  const place = Math.max(0, Math.min(placeOf(view) + distance, rows.length - 1));
  const row = rows[place];
  return row === undefined ? view : select(view, row.id);
}

function move(view: View, name: CommandName, count: number): Step | null {
  const page = Math.max(1, layoutOf(view).listLines - 1);
  const half = Math.max(1, Math.floor(page / 2));
  const doubtful = (row: ReviewRow) => needsReview(row, view.threshold);
  const open = (row: ReviewRow) => row.status === 'unreviewed';
  const uneven = (row: ReviewRow) => !isOneToOne(row);
  const streams = view.review.streams.length;
  switch (name) {
    case 'next':
      return stay(step(view, count));
    case 'previous':
      return stay(step(view, -count));
    case 'pageDown':
      return stay(step(view, page * count));
    case 'pageUp':
      return stay(step(view, -page * count));
    case 'halfDown':
      return stay(step(view, half * count));
    case 'halfUp':
      return stay(step(view, -half * count));
    case 'first':
      return stay(step(view, -Infinity));
    case 'last':
      return stay(step(view, Infinity));
    case 'nextDoubt':
      return stay(jump(view, 1, doubtful, 'no other row needs review'));
    case 'previousDoubt':
      return stay(jump(view, -1, doubtful, 'no other row needs review'));
    case 'nextOpen':
      return stay(jump(view, 1, open, 'every other row has a decision'));
    case 'previousOpen':
      return stay(jump(view, -1, open, 'every other row has a decision'));
    case 'nextUneven':
      return stay(jump(view, 1, uneven, 'every other row is 1-1'));
    case 'previousUneven':
      return stay(jump(view, -1, uneven, 'every other row is 1-1'));
    case 'nextCheck':
      return stay(jump(view, 1, failsCheck, 'no check fails in another row'));
    case 'previousCheck':
      return stay(jump(view, -1, failsCheck, 'no check fails in another row'));
    case 'nextHit':
    case 'previousHit': {
      const direction = name === 'nextHit' ? 1 : -1;
      const { query } = view;
      if (query === null) return stay(jump(view, direction, doubtful, 'no other row needs review'));
      const hit = (row: ReviewRow) => matchesText(view.review, row, query);
      return stay(jump(view, direction, hit, `no other row has "${query.text}"`));
    }
    case 'columnRight':
      return stay(toColumn(view, (view.column + 1) % Math.max(1, streams)));
    case 'columnLeft':
      return stay(toColumn(view, (view.column + streams - 1) % Math.max(1, streams)));
    case 'detailDown':
      return stay(scrollDetail(view, count));
    case 'detailUp':
      return stay(scrollDetail(view, -count));
    default:
      return null;
  }
}

/** The detail pane goes along: the column that keys work on is in sight. */
function toColumn(view: View, column: number): View {
  return settle({ ...view, column, detailTop: 0 });
}

function change(view: View, name: CommandName, count: number): Step | null {
  const { review, selected, column } = view;
  const row = selectedRow(view);
  const context = view.check === null ? {} : { check: view.check };
  if (row === undefined) return name === 'undo' || name === 'redo' ? walk(view, name, count) : null;
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
    case 'acceptConfident':
      return ask(view, acceptConfident(view));
    case 'acceptAbove': {
      const rows = shownRows(view).slice(0, placeOf(view) + 1);
      const ids = rows.filter((own) => own.status === 'unreviewed').map((own) => own.id);
      return ask(view, decideAll(review, ids, 'accepted', selected, 'up to here'));
    }
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
    case 'mark': {
      const marked = view.marked.includes(selected)
        ? view.marked.filter((id) => id !== selected)
        : [...view.marked, selected];
      const link = keyHint(view.keymap, 'link');
      return stay(
        say({ ...view, marked }, `${marked.length} marked; ${link} on another row links them`),
      );
    }
    case 'link': {
      const done = perform(view, linkRows(review, [...view.marked, selected], context));
      return done.effects.length === 0 ? done : { ...done, view: { ...done.view, marked: [] } };
    }
    case 'undo':
    case 'redo':
      return walk(view, name, count);
    case 'edit':
      return stay(openPrompt(view, { of: 'text', stream: column }));
    case 'editOutside': {
      if (view.readOnly !== null) return stay(say(view, view.readOnly, 'warning'));
      const text = cellText(review, row, column);
      return { view, effects: [{ type: 'editor', stream: column, text }] };
    }
    case 'realign':
      if (view.readOnly !== null) return stay(say(view, view.readOnly, 'warning'));
      return { view: say(view, 'realigning ...'), effects: [{ type: 'realign', row: selected }] };
    case 'explain':
      return { view: say(view, 'weighing ...'), effects: [{ type: 'explain', row: selected }] };
    case 'note':
      return stay(openPrompt(view, { of: 'note' }));
    case 'language': {
      const sentence = review.sentences[row.cells[column]?.[0] ?? -1];
      if (sentence === undefined)
        return stay(say(view, 'this column has no sentence here', 'warning'));
      const { source, paragraph } = sentence;
      return stay(openPrompt(view, { of: 'language', source, paragraph }));
    }
    default:
      return null;
  }
}

function walk(view: View, name: 'undo' | 'redo', count: number): Step {
  let result = stay(view);
  for (let index = 0; index < Math.max(1, count); index++) {
    const next = name === 'undo' ? undo(result.view) : redo(result.view);
    result = { view: next.view, effects: [...result.effects, ...next.effects] };
    if (next.effects.length === 0) break;
  }
  return result;
}

/** All shown rows that are sure enough and undecided, accepted. */
export function acceptConfident(view: View): Draft {
  const ids = shownRows(view)
    .filter((row) => row.status === 'unreviewed' && !needsReview(row, view.threshold))
    .map((row) => row.id);
  const what = `with confidence ${view.threshold.toFixed(2)} or more`;
  return decideAll(view.review, ids, 'accepted', view.selected, what);
}

function show(view: View, name: CommandName): Step | null {
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
    case 'sort': {
      const sorting = view.sorting === 'order' ? 'doubt' : 'order';
      const text = sorting === 'order' ? 'in the order of the texts' : 'least certain first';
      return stay(say(settle({ ...view, sorting }), text));
    }
    case 'diff': {
      const now = view.diff === 'auto' ? (view.columns >= 120 ? 'side' : 'inline') : view.diff;
      const diff = diffModes[(diffModes.indexOf(now) + 1) % diffModes.length] ?? 'off';
      const words = { auto: '', side: 'side by side', inline: 'inline', off: 'off' };
      return stay(say({ ...view, diff }, `differences: ${words[diff]}`));
    }
    case 'detailLarger':
    case 'detailSmaller': {
      const by = name === 'detailLarger' ? 1 : -1;
      const now = view.detail ?? defaultDetail(view.rows);
      const detail = Math.max(0, Math.min(now + by, detailShares.length - 1));
      return stay(settle({ ...view, detail }));
    }
    case 'help':
      return stay({ ...view, mode: { type: 'help', top: 0 } });
    case 'save':
      return { view, effects: [{ type: 'save' }] };
    case 'quit':
      return { view, effects: [{ type: 'quit' }] };
    case 'cancel':
      if (view.marked.length > 0) return stay(say({ ...view, marked: [] }, 'marks taken away'));
      if (view.query !== null) return stay({ ...view, query: null });
      return stay(view.filter.by === 'all' ? view : settle({ ...view, filter: { by: 'all' } }));
    default:
      return null;
  }
}
