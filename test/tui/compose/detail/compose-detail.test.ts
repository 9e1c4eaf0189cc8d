import { describe, expect, test } from 'vitest';
import type { Check } from '../../../../src/domain.js';
import { lineText } from '../../../../src/terminal/line.js';
import { composeDetail } from '../../../../src/tui/compose/detail/compose-detail.js';
import { measuringTheme } from '../../../../src/tui/theme/theme.js';
import { longRow, oneRow, sit, viewOf, words } from '../../person.js';

describe('the detail pane', () => {
  const long = oneRow([words(150), 'fin'], ['en', 'fr']);

  test('shows where the cursor is, however long the text', () => {
    const person = sit(long, { columns: 70, rows: 14 });
    expect(person.screen()).not.toContain('word149');
    person.keys('e');
    expect(person.screen()).toContain('word149');
    person.keys('home');
    expect(person.screen()).toContain('word0 ');
    person.keys('esc s');
    // Cutting starts in the middle.
    expect(person.screen()).toMatch(/✂word[78]\d/);
  });

  test('shows a cursor on a space at the end of a line', () => {
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

  test('lists words that say the same, while they are known', () => {
    const review = oneRow(['The old tree.', 'Der alte Baum.'], ['en', 'de']);
    const view = viewOf(review);
    const row = review.rows[0];
    if (row === undefined) throw new Error('a row expected');
    const pairs = [
      { a: 'tree', b: 'Baum', isSure: true },
      { a: 'The', b: 'Der', isSure: false },
    ];
    const found = { review, row: row.id, columns: [{ a: 0, b: 1, pairs }] };
    const textOf = (own: typeof view): string =>
      composeDetail(own, row, measuringTheme).lines.map(lineText).join('\n');
    expect(textOf({ ...view, showsWords: true, words: found })).toMatch(
      /words +tree = Baum, The ~ Der/,
    );
    expect(textOf({ ...view, words: found })).not.toContain('words');
    const other = { ...found, row: row.id + 1 };
    expect(textOf({ ...view, showsWords: true, words: other })).not.toContain('words');
  });

  test('shows the text of the active column', () => {
    const person = sit(long, { columns: 70, rows: 14 });
    expect(person.screen()).not.toContain('b fr');
    person.keys('l');
    expect(person.screen()).toMatch(/▸ b fr +1 {2}fin/);
  });

  test('shows where in their files the sentences stand', () => {
    const review = oneRow(['Yes.', 'Oui.'], ['en', 'fr']);
    const [first, second] = review.sources;
    if (!first || !second) throw new Error('two sources expected');
    const paragraphs = first.paragraphs.map((own) => ({
      ...own,
      locator: { kind: 'page', page: 3 } as const,
    }));
    const paged = { ...review, sources: [{ ...first, paragraphs }, second] };
    expect(sit(paged).screen()).toMatch(/place +a en page 3/);
    expect(sit(review).screen()).not.toContain('place');
  });

  test('shows the language of a sentence that differs from its column’s', () => {
    const review = oneRow(['Ja.', 'Oui.'], ['en', 'fr']);
    const sentences = review.sentences.map((own) => own && { ...own, language: 'de' });
    expect(sit({ ...review, sentences }).screen()).toMatch(/a en +de 1 {2}Ja\./);
  });

  test('has one block per column, then findings of checks, then the note', () => {
    const check: Check = {
      code: 'number',
      a: { stream: 0, values: ['27'], spans: [] },
      b: { stream: 1, values: [], spans: [] },
    };
    const person = sit(oneRow(['It was 27.', 'Fin.'], ['en', 'fr'], [check]));
    person.keys('t');
    person.type('ask');
    person.keys('enter');
    const [row] = person.view().review.rows;
    const lines = row && composeDetail(person.view(), row, measuringTheme).lines.map(lineText);
    expect(lines?.map((line) => line.trimEnd())).toEqual([
      '▸ a en      1  It was 27.',
      '  b fr      1  Fin.',
      '  check        numbers differ: a en 27 / b fr none',
      '  note         ask',
    ]);
  });

  test('focuses on the block of the active column', () => {
    const view = viewOf(
      longRow([
        ['One.', 'Two.', 'Three.'],
        ['Un.', 'Deux.'],
      ]),
    );
    const focus = (column: number) => {
      const [row] = view.review.rows;
      return row && composeDetail({ ...view, column }, row, measuringTheme).focus;
    };
    expect([focus(0), focus(1)]).toEqual([
      [0, 2],
      [3, 4],
    ]);
  });
});
