/** A user in front of a screen, without a terminal: keys in; views, lines and effects out. */
import { stripVTControlCharacters } from 'node:util';
import type { Check } from '../../src/domain.js';
import { reviewFromTable } from '../../src/review/from-table.js';
import type { Review, RowChecker } from '../../src/review/model.js';
import { composeScreen } from '../../src/tui/compose/compose-screen.js';
import { press } from '../../src/tui/modes/reduce.js';
import { makeTheme, type Theme } from '../../src/tui/theme/theme.js';
import { makeKeymap } from '../../src/tui/view/keymap.js';
import { openView } from '../../src/tui/view/open-view.js';
import { selectedRow, shownRows } from '../../src/tui/view/selection.js';
import type { Series } from '../../src/tui/view/series.js';
import type { Effect } from '../../src/tui/view/step.js';
import type { View } from '../../src/tui/view/view-state.js';
import { table } from '../review/fixture.js';

export interface PersonOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly color?: boolean;
  readonly keys?: Record<string, unknown>;
  readonly readOnly?: string;
  readonly check?: RowChecker;
  readonly series?: Series;
}

/** The first view of a review. */
export function viewOf(review: Review, options: PersonOptions = {}): View {
  const { columns = 100, rows = 30, readOnly = null, check, series = null } = options;
  return openView({
    review,
    title: 'book.paralign',
    readOnly,
    keymap: makeKeymap(options.keys),
    threshold: 0.8,
    columns,
    rows,
    saved: review.sequence,
    series,
    ...(check === undefined ? {} : { check }),
  });
}

/** A user in front of a screen. `keys` takes names of keys separated by spaces and presses them in turn. */
export function sit(review: Review, options: PersonOptions = {}) {
  let view = viewOf(review, options);
  let effects: readonly Effect[] = [];
  const theme: Theme = makeTheme({ color: options.color ?? false, ascii: false });
  const colored = () => composeScreen(view, theme);
  const lines = () => colored().map((line) => stripVTControlCharacters(line));
  return {
    keys(names: string) {
      effects = [];
      for (const name of names.split(' ')) {
        const step = press(view, { type: 'key', name });
        view = step.view;
        effects = [...effects, ...step.effects];
      }
    },
    paste(text: string) {
      view = press(view, { type: 'paste', text }).view;
    },
    /** Types words into a field. */
    type(text: string) {
      for (const name of text) {
        view = press(view, { type: 'key', name: name === ' ' ? 'space' : name }).view;
      }
    },
    change(to: (view: View) => View) {
      view = to(view);
    },
    view: () => view,
    /** What the last keys asked the driver for, except the journal's records. */
    asked: () => effects.filter(({ type }) => type !== 'record'),
    /** What the last keys wrote to the journal. */
    recorded: () => effects.flatMap((own) => (own.type === 'record' ? [own.action.type] : [])),
    message: () => view.toast?.text ?? '',
    /** The place of the selected row among those shown, from 1. */
    place: () => shownRows(view).findIndex(({ id }) => id === view.selected) + 1,
    row: () => selectedRow(view),
    colored,
    lines,
    screen: () => lines().join('\n'),
  };
}

/** `count` words: "word0 word1". */
export const words = (count: number) =>
  Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

/** A review of one row, with one text per column. */
export const oneRow = (
  texts: readonly string[],
  languages: readonly string[],
  checks: readonly Check[] = [],
): Review =>
  reviewFromTable(
    table(
      texts.map((text, index) => ({ language: languages[index] ?? 'en', sentences: [text] })),
      [{ cells: texts.map(() => [0]), checks }],
    ),
    { model: null, segmented: false },
  );

/** A review of one row whose columns have several sentences. */
export const longRow = (
  sentences: readonly (readonly string[])[],
  languages: readonly string[] = ['en', 'fr'],
): Review =>
  reviewFromTable(
    table(
      sentences.map((own, index) => ({ language: languages[index] ?? 'en', sentences: own })),
      [{ cells: sentences.map((own) => own.map((_, index) => index)) }],
    ),
    { model: null, segmented: false },
  );
