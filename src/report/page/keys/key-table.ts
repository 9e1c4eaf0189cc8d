/** The keys of the page, as in the review where they mean the same; the help lists them. */
import { isAside, isLinked, rowLevel, rowType } from '../../data/row-facts.js';
import type { PageRow } from '../../data/page-data.js';
import { decide } from '../decisions/row-actions.js';
import type { DecisionStatus } from '../model/decision.js';
import { copyText, rowText } from '../model/copy.js';
import { effectiveStatus } from '../model/filter.js';
import { makeQuery } from '../model/search.js';
import type { App } from '../model/app.js';

/** One line of the table. */
export interface KeyCommand {
  /** `KeyboardEvent.key`. */
  readonly keys: readonly string[];
  readonly label: string;
  readonly group: 'Move' | 'Decide' | 'View';
  /** Absent from pages that take no decisions. */
  readonly decides?: true;
  readonly run: (app: App) => void;
}

/** How many rows a page key moves. */
const pageRows = 10;

const find = (wanted: (row: PageRow, app: App) => boolean, direction: 1 | -1) => (app: App) => {
  if (!app.find((row) => wanted(row, app), direction))
    app.say(direction === 1 ? 'none further down' : 'none further up');
};

const isDoubtful = (row: PageRow, app: App) => {
  const status = effectiveStatus(row, app.decisions.get(row.id));
  return status === 'needs-review' || (status === 'unreviewed' && rowLevel(row) === 'doubtful');
};
const isOpen = (row: PageRow, app: App) =>
  isLinked(row) && effectiveStatus(row, app.decisions.get(row.id)) === 'unreviewed';
const isUneven = (row: PageRow) => isLinked(row) && /[^1-]/.test(rowType(row));
const isFailed = ({ checks }: PageRow) => checks !== undefined;
const isHit = (row: PageRow, app: App) => {
  const query = makeQuery(app.state.value.filter.search);
  return query === null
    ? isDoubtful(row, app)
    : app.texts.get(app.data.rows.indexOf(row)).includes(query.folded);
};

const decided = (status: DecisionStatus | null) => (app: App) => {
  const row = app.selectedRow;
  if (!row || isAside(row)) return app.say('select a row of text first');
  const same = status === 'needs-review' && app.decisions.get(row.id)?.status === status;
  decide(app, row, same ? null : status);
  if (status === 'accepted') app.find((other) => isDoubtful(other, app), 1);
};

const writing = (what: 'note' | 'edit') => (app: App) => {
  if (app.selectedRow) app.write(what);
};

/** The lines of the table. */
// prettier-ignore
export const keyTable: readonly KeyCommand[] = [
  { group: 'Move', keys: ['j', 'ArrowDown'], label: 'Next row', run: (app) => app.step(1) },
  { group: 'Move', keys: ['k', 'ArrowUp'], label: 'Previous row', run: (app) => app.step(-1) },
  { group: 'Move', keys: [' ', 'PageDown'], label: 'Ten rows down', run: (app) => app.step(pageRows) },
  { group: 'Move', keys: ['b', 'PageUp'], label: 'Ten rows up', run: (app) => app.step(-pageRows) },
  { group: 'Move', keys: ['g', 'Home'], label: 'First row', run: (app) => app.step(-Infinity) },
  { group: 'Move', keys: ['G', 'End'], label: 'Last row', run: (app) => app.step(Infinity) },
  { group: 'Move', keys: [']'], label: 'Next row that needs review', run: find(isDoubtful, 1) },
  { group: 'Move', keys: ['['], label: 'Previous row that needs review', run: find(isDoubtful, -1) },
  { group: 'Move', keys: [')'], label: 'Next row without a decision', run: find(isOpen, 1) },
  { group: 'Move', keys: ['('], label: 'Previous row without a decision', run: find(isOpen, -1) },
  { group: 'Move', keys: ['}'], label: 'Next row that is not 1-1', run: find(isUneven, 1) },
  { group: 'Move', keys: ['{'], label: 'Previous row that is not 1-1', run: find(isUneven, -1) },
  { group: 'Move', keys: ['>'], label: 'Next row with a failed check', run: find(isFailed, 1) },
  { group: 'Move', keys: ['<'], label: 'Previous row with a failed check', run: find(isFailed, -1) },
  { group: 'Move', keys: ['n'], label: 'Next match; without a search, the next row that needs review', run: find(isHit, 1) },
  { group: 'Move', keys: ['N'], label: 'Previous match', run: find(isHit, -1) },

  { group: 'Decide', decides: true, keys: ['a', 'Enter'], label: 'Accept, and go to the next row that needs review', run: decided('accepted') },
  { group: 'Decide', decides: true, keys: ['r'], label: 'Reject: the link is wrong', run: decided('rejected') },
  { group: 'Decide', decides: true, keys: ['!'], label: 'Mark as needing review, or remove the mark', run: decided('needs-review') },
  { group: 'Decide', decides: true, keys: ['c'], label: 'Clear the decision', run: decided(null) },
  { group: 'Decide', decides: true, keys: ['t'], label: 'Write a note on the row', run: writing('note') },
  { group: 'Decide', decides: true, keys: ['e'], label: 'Edit the texts of the row', run: writing('edit') },
  { group: 'Decide', decides: true, keys: ['u', 'z'], label: 'Undo the last decision', run: (app) => app.say(app.decisions.undo() ? 'undone' : 'nothing to undo') },
  { group: 'Decide', decides: true, keys: ['Z'], label: 'Redo', run: (app) => app.say(app.decisions.redo() ? 'redone' : 'nothing to redo') },

  { group: 'View', keys: ['/'], label: 'Search all columns; case and accents matter only if you type them', run: () => document.getElementById('search')?.focus() },
  { group: 'View', keys: ['f'], label: 'Choose a filter', run: () => document.querySelector<HTMLElement>('.filters select')?.focus() },
  { group: 'View', keys: ['V'], label: 'Table, or two texts side by side', run: (app) => app.show(app.state.value.view === 'table' ? 'sides' : 'table') },
  { group: 'View', keys: ['y'], label: 'Copy the row as text', run: (app) => {
    const row = app.selectedRow;
    if (row) void copyText(app, rowText(app.data.columns, row), `row ${row.id} copied`);
  } },
  { group: 'View', keys: ['?'], label: 'These keys', run: () => document.querySelector<HTMLDialogElement>('#help')?.showModal() },
];

/** A key as it is written on the keyboard. */
export function showKey(key: string): string {
  const names: Readonly<Record<string, string>> = {
    ' ': 'Space',
    ArrowDown: '↓',
    ArrowUp: '↑',
    PageDown: 'PgDn',
    PageUp: 'PgUp',
  };
  return names[key] ?? key;
}
