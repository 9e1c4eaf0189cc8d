/** Screens as pure functions of views, and views of keys: no terminal, no Ink. */
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Check } from '../../../src/domain.js';
import { reviewFromTable } from '../../../src/review/from-table.js';
import type { Review } from '../../../src/review/model.js';
import { composeScreen } from '../../../src/tui/compose/compose-screen.js';
import { press } from '../../../src/tui/modes/reduce.js';
import { makeTheme } from '../../../src/tui/theme/theme.js';
import { makeKeymap } from '../../../src/tui/view/keymap.js';
import { openView } from '../../../src/tui/view/open-view.js';
import { settle } from '../../../src/tui/view/selection.js';
import { say, type View } from '../../../src/tui/view/view-state.js';
import { simpleReview, table } from '../../review/fixture.js';

interface Options {
  readonly columns?: number;
  readonly rows?: number;
  readonly color?: boolean;
  readonly keys?: Record<string, unknown>;
}

/** A person before a screen: `keys` are pressed one after the other, names of keys by blanks. */
function sit(review: Review, options: Options = {}) {
  const { columns = 100, rows = 30, color = false } = options;
  let view = openView({
    review,
    title: 'book.paralign',
    readOnly: null,
    keymap: makeKeymap(options.keys),
    threshold: 0.8,
    columns,
    rows,
    saved: review.sequence,
  });
  const theme = makeTheme({ color, ascii: false });
  return {
    keys(names: string) {
      for (const name of names.split(' ')) view = press(view, { type: 'key', name }).view;
    },
    change(to: (view: View) => View) {
      view = to(view);
    },
    view: () => view,
    colored: () => composeScreen(view, theme),
    lines: () => composeScreen(view, theme).map((line) => stripVTControlCharacters(line)),
    screen: () => stripVTControlCharacters(composeScreen(view, theme).join('\n')),
  };
}

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`);
const oneRow = (texts: readonly string[], languages: readonly string[], checks: Check[] = []) =>
  reviewFromTable(
    table(
      texts.map((text, index) => ({ language: languages[index] ?? 'en', sentences: [text] })),
      [{ cells: texts.map(() => [0]), checks }],
    ),
    { model: null, segmented: false },
  );

describe('the detail pane', () => {
  const long = oneRow([words(150).join(' '), 'fin'], ['en', 'fr']);

  test('shows where the cursor is, however long the text', () => {
    const person = sit(long, { columns: 70, rows: 14 });
    expect(person.screen()).not.toContain('word149');
    person.keys('e');
    expect(person.screen()).toContain('word149');
    person.keys('home');
    expect(person.screen()).toContain('word0 ');
    person.keys('esc s');
    // Cutting begins in the middle.
    expect(person.screen()).toMatch(/✂word[78]\d/);
  });

  test('shows a cursor that stands on a blank at the end of a line', () => {
    const person = sit(oneRow(['fin', 'fin'], ['en', 'fr']), {
      columns: 70,
      rows: 14,
      color: true,
    });
    person.keys('e');
    for (let index = 0; index < 120; index++) {
      person.keys('x');
      expect(person.colored().join('\n')).toMatch(/\u001b\[7m \u001b\[0m/);
    }
  });

  test('shows the text of the column that keys work on', () => {
    const person = sit(long, { columns: 70, rows: 14 });
    expect(person.screen()).not.toContain('b fr');
    person.keys('l');
    expect(person.screen()).toMatch(/▸ b fr +1 {2}fin/);
  });

  test('says which of its lines are in sight, and stops scrolling at either end', () => {
    const person = sit(long, { columns: 70, rows: 14 });
    const [, total] = /lines 1-\d+ of (\d+) \(Ctrl\+E\)/.exec(person.screen()) ?? [];
    for (let index = 0; index < 99; index++) person.keys('ctrl+e');
    expect(person.screen()).toMatch(new RegExp(`lines \\d+-${total} of ${total} `));
    const bottom = person.screen();
    person.keys('ctrl+y');
    expect(person.screen()).not.toBe(bottom);
    for (let index = 0; index < 99; index++) person.keys('ctrl+y');
    expect(person.screen()).toContain('lines 1-');
  });

  test.each(['side', 'inline'] as const)(
    'marks checks and hits in differences, too: %s',
    (diff) => {
      const check: Check = {
        code: 'number',
        a: { stream: 0, values: ['27'], spans: [{ start: 8, end: 10 }] },
        b: { stream: 1, values: ['28'], spans: [{ start: 8, end: 10 }] },
      };
      const review = oneRow(['It  was 27 degrees.', 'Here is 28 degrees.'], ['en', 'en'], [check]);
      const person = sit(review, { columns: 130, color: true });
      person.change((view) => ({ ...view, diff }));
      // eslint-disable-next-line no-control-regex
      expect(person.colored().join('\n')).toMatch(/\u001b\[9;31;4;33m27\u001b\[0m/);
      person.keys('/ d e g r e e s enter');
      const pane = person.colored().slice(4).join('\n');
      // eslint-disable-next-line no-control-regex
      expect(pane).toMatch(/\u001b\[7mdegrees\u001b\[0m/);
    },
  );

  test('shows both texts to the letter beside each other, whatever the diff does with blanks', () => {
    const texts = ['As time passed, Amr and 👍🏽 they  were forced', 'Over time, Amr and they were'];
    const person = sit(oneRow(texts, ['en', 'en']), { columns: 130 });
    expect(person.screen()).toMatch(
      /\[-As-\] time \[-passed-\], Amr and \[-👍🏽-\] they were \[-forced-\] +│ \{\+Over\+\} time, Amr and they were\s/u,
    );
  });

  test('names the two columns whose differences it shows', () => {
    const person = sit(oneRow(['A man.', 'Une femme.', 'A woman.'], ['en', 'fr', 'en']));
    expect(person.screen()).toMatch(/a en\/c en +A \[-man-\]\{\+woman\+\}\./);
  });

  test('shows the language of a sentence where it is not its column’s', () => {
    const review = oneRow(['Ja.', 'Oui.'], ['en', 'fr']);
    const sentences = review.sentences.map((own) => own && { ...own, language: 'de' });
    expect(sit({ ...review, sentences }).screen()).toMatch(/a en +de 1 {2}Ja\./);
  });
});

describe('another size', () => {
  test('shares the lines as a screen that began with it does, until the person chooses', () => {
    const small = sit(simpleReview(50), { rows: 14 });
    const person = sit(simpleReview(50), { rows: 50 });
    person.change((view) => settle({ ...view, rows: 14 }));
    expect(person.lines().findIndex((line) => line.startsWith('──'))).toBe(
      small.lines().findIndex((line) => line.startsWith('──')),
    );
    person.keys('-');
    const lines = person.lines().filter((line) => / 1-1 /.test(line)).length;
    person.change((view) => settle({ ...view, rows: 50 }));
    expect(person.lines().filter((line) => / 1-1 /.test(line)).length).toBeGreaterThan(lines);
  });
});

describe('the list', () => {
  test('has room for the type of a row over many columns', () => {
    const languages = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl'];
    expect(sit(simpleReview(3, languages), { columns: 160 }).screen()).toContain(
      '1 1-1-1-1-1-1-1 ',
    );
    expect(sit(simpleReview(3, languages), { columns: 80 }).screen()).toContain('1 1111111 ');
  });

  test('colours confidence by the threshold of the person', () => {
    const person = sit(simpleReview(3), { columns: 130, color: true });
    // eslint-disable-next-line no-control-regex
    expect(person.colored()[3]).toMatch(/\u001b\[32m \.95/);
    person.keys(': t h r e s h o l d space . 9 6 enter');
    // eslint-disable-next-line no-control-regex
    expect(person.colored()[3]).toMatch(/\u001b\[33m \.95/);
  });

  test('says why it is empty, and so do keys that need a row', () => {
    const person = sit(simpleReview(3));
    person.keys('f r');
    expect(person.screen()).toContain('no row to show: rejected (f f shows all)');
    person.keys('esc f / z z z enter');
    expect(person.screen()).toContain('no row has "zzz" (f f shows all)');
    person.keys('j a');
    expect(person.lines().at(-1)).toContain('no row has "zzz"');
  });

  test('goes to a row by its number before g and G, as it does by ":"', () => {
    const person = sit(simpleReview(30));
    person.keys('1 2 G');
    expect(person.screen()).toContain('12 of 30');
    person.keys('3 g');
    expect(person.screen()).toContain('3 of 30');
    person.keys('G');
    expect(person.screen()).toContain('30 of 30');
  });
});

describe('hints and messages', () => {
  test.each([60, 80, 100, 140])('hints are whole at %i columns', (columns) => {
    const person = sit(simpleReview(3), { columns });
    const line = person.lines().at(-1) ?? '';
    expect(line).toMatch(/^ \? help( {2}\S+ \w+)+$/);
  });

  test.each([
    ['s', /D U move the cut/],
    ['s c', /Enter cut here/],
    ['?', /D U scroll/],
  ])('hints know a person’s own keys: %s', (keys, wanted) => {
    const person = sit(simpleReview(3), { keys: { next: 'D', previous: 'U' } });
    person.keys('G M');
    person.keys(keys);
    expect(person.lines().at(-1)).toMatch(wanted);
  });

  test('a message that one line does not hold takes two', () => {
    const person = sit(simpleReview(3), { columns: 60 });
    person.change((view) =>
      say(
        view,
        'a long story that nobody wants to be cut off: it must be read to its end',
        'error',
      ),
    );
    expect(person.lines().slice(-2).join('\n')).toMatch(
      /^ ! a long story[^\n]*\n [^\n]*to its end$/,
    );
    person.keys('j');
    expect(person.screen()).toContain('0/3');
  });

  test('what matters least leaves the title line first', () => {
    const person = sit(simpleReview(3), { columns: 60 });
    person.keys('/ s e n t e n c e enter');
    expect(person.lines()[0]).toMatch(/search: sentence$/);
  });

  test('the help page turns back at its end at once', () => {
    const person = sit(simpleReview(3), { columns: 60 });
    person.keys('? G');
    const end = person.screen();
    person.keys('k');
    expect(person.screen()).not.toBe(end);
    for (const line of person.lines()) expect(line).not.toContain('…');
  });
});
