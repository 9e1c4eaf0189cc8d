/** Any key at any time, on any size of screen: nothing breaks, nothing reaches beyond the edge. */
import fc from 'fast-check';
import { stripVTControlCharacters } from 'node:util';
import { reviewFromTable } from '../../../src/review/from-table.js';
import type { Review } from '../../../src/review/model.js';
import { findViolation } from '../../../src/review/file/invariants.js';
import { cellWidth } from '../../../src/terminal/cell-width.js';
import { composeScreen } from '../../../src/tui/compose/compose-screen.js';
import { press } from '../../../src/tui/modes/reduce.js';
import { makeTheme } from '../../../src/tui/theme/theme.js';
import { commandNames } from '../../../src/tui/view/command-table.js';
import { makeKeymap } from '../../../src/tui/view/keymap.js';
import { settle } from '../../../src/tui/view/selection.js';
import { hostileFragments } from '../../fixtures/hostile/fragments.js';
import { simpleReview, table } from '../../review/fixture.js';
import { seededRandom } from '../../seeded-random.js';
import { viewOf } from '../../tui/person.js';
import { must, type FuzzTarget } from '../harness.js';
import { makeText } from '../made-up.js';

const themes = [makeTheme({ color: true, ascii: false }), makeTheme({ color: false, ascii: true })];
const keymap = makeKeymap();
/** Every key that means something, more often those that move and decide. */
const keys = [
  ...commandNames.flatMap((name) => keymap.keys(name)),
  ...[
    'a',
    'r',
    'm',
    's',
    'x',
    'u',
    'ctrl+r',
    'j',
    'k',
    'enter',
    'esc',
    'space',
    'tab',
    'up',
    'down',
  ],
  ...[
    '1',
    '9',
    '0',
    ':',
    '/',
    'y',
    'n',
    'backspace',
    'left',
    'right',
    'home',
    'end',
    'q',
    'f',
    'J',
    'K',
  ],
];
// eslint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

function hostileReview(seed: number): Review {
  const random = seededRandom(seed);
  const count = 1 + Math.floor(random() * 12);
  const languages = ['en', 'ar', 'ja', 'th'].slice(0, 2 + Math.floor(random() * 3));
  const sources = languages.map((language) => ({
    language,
    sentences: Array.from(
      { length: count },
      () => makeText(Math.floor(random() * 1e9), 1 + Math.floor(random() * 5)) || '-',
    ),
  }));
  const rows = Array.from({ length: count }, (_, index) => ({
    cells: languages.map(() => [index]),
    confidence: random(),
    note: random() < 0.2 ? makeText(seed, 2) : '',
  }));
  return reviewFromTable(table(sources, rows), { model: null, segmented: false });
}

const screen: FuzzTarget = {
  name: 'screen',
  share: 3,
  property: (count) =>
    fc.property(
      fc.noShrink(fc.nat()),
      fc.boolean(),
      fc.integer({ min: 20, max: 160 }),
      fc.integer({ min: 5, max: 60 }),
      fc.array(
        fc.oneof(
          { weight: 20, arbitrary: fc.constantFrom(...keys) },
          { weight: 2, arbitrary: fc.constantFrom(...hostileFragments).map((text) => ({ text })) },
          {
            weight: 1,
            arbitrary: fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 70 })),
          },
        ),
        { maxLength: 40 },
      ),
      (seed, hostile, columns, rows, events) => {
        const review = hostile ? hostileReview(seed) : simpleReview(1 + (seed % 30));
        let view = viewOf(review, { columns, rows });
        const theme = themes[seed % 2] ?? makeTheme({ color: false, ascii: false });
        for (const event of events) {
          if (typeof event === 'string') view = press(view, { type: 'key', name: event }).view;
          else if ('text' in event) view = press(view, { type: 'paste', text: event.text }).view;
          else view = settle({ ...view, columns: event[0], rows: event[1] });
          count('keys');
          if (seed % 4 !== 0 && event !== events.at(-1)) continue;
          const lines = composeScreen(view, theme).map((line) => stripVTControlCharacters(line));
          must(
            lines.length <= Math.max(1, view.rows - 1),
            () => `${lines.length} lines on a screen of ${view.rows}`,
          );
          for (const line of lines) {
            must(
              cellWidth(line) <= Math.max(view.columns, 1) || lines.length === 1,
              () => `${cellWidth(line)} cells of ${view.columns}: ${JSON.stringify(line)}`,
            );
            must(!forbidden.test(line), () => `a terminal gets ${JSON.stringify(line)}`);
          }
        }
        const violation = findViolation(view.review);
        must(violation === null, () => `${violation?.path ?? ''} ${violation?.problem ?? ''}`);
      },
    ),
};

/** The review's screen. */
export const screenTargets: readonly FuzzTarget[] = [screen];
