import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { lineText } from '../../../../src/terminal/line.js';
import { composeHeading, composeList } from '../../../../src/tui/compose/list/compose-list.js';
import { measuringTheme } from '../../../../src/tui/theme/theme.js';
import { layoutOf, shownRows } from '../../../../src/tui/view/selection.js';
import { simpleReview } from '../../../review/fixture.js';
import { sit } from '../../person.js';

const list = (person: ReturnType<typeof sit>) => {
  const view = person.view();
  const lines = composeList(view, shownRows(view), layoutOf(view), measuringTheme);
  return lines.map((line) => stripVTControlCharacters(line));
};

describe('the list', () => {
  test('has as many lines as the layout gives it, with blank lines at the end', () => {
    const person = sit(simpleReview(3), { rows: 24 });
    person.keys('- - -');
    const lines = list(person);
    expect(lines).toHaveLength(layoutOf(person.view()).listLines);
    expect(lines.filter((line) => line !== '')).toHaveLength(3);
    expect(lines[3]).toBe('');
  });

  test('numbers rows in text order, whatever is shown', () => {
    const person = sit(simpleReview(12));
    person.keys('f d');
    expect(list(person).flatMap((line) => /(\d+) 1-1/.exec(line)?.[1] ?? [])).toEqual(['5', '10']);
  });

  test('shows what changed since the last frame', () => {
    const person = sit(simpleReview(6));
    list(person);
    person.keys('g a G');
    expect(list(person)[0]).toContain('✓');
    person.keys('u G');
    expect(list(person)[0]).not.toContain('✓');
    person.keys('g m G');
    expect(list(person)[0]).toContain('1 2-2');
  });

  test('shows texts that were cut differently though their row is the same', () => {
    const person = sit(simpleReview(6));
    const before = list(person)[0];
    person.change((view) => {
      const sources = view.review.sources.map((own) => ({
        ...own,
        text: own.text.replaceAll('sentence', 'SENTENCE'),
      }));
      const sentences = [...view.review.sentences];
      return { ...view, review: { ...view.review, sources, sentences } };
    });
    expect(list(person)[0]).not.toBe(before);
  });

  test('has a heading that names each column and marks the active one', () => {
    const heading = (columns: number) => {
      const view = sit(simpleReview(3), { columns }).view();
      return lineText(composeHeading(view, layoutOf(view), measuringTheme));
    };
    expect(heading(130)).toMatch(/^ {5}# type conf {7}▸ a en a\.txt +│ {3}b fr b\.txt/);
    expect(heading(80)).toMatch(/▸ a en a\.txt +│ {3}b fr b\.txt/);
    expect(heading(70)).toMatch(/▸ a en a\.txt/);
    expect(heading(70)).not.toContain('b.txt');
  });
});
