import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../../src/review/model.js';
import { mergeRows } from '../../../src/review/operations/rows.js';
import { pageHeight } from '../../../src/tui/compose/pages/page.js';
import { simpleReview } from '../../review/fixture.js';
import { sit } from '../person.js';

const top = (person: ReturnType<typeof sit>) => {
  const { mode } = person.view();
  return mode.type === 'help' || mode.type === 'page' ? mode.top : null;
};

describe('a page', () => {
  test('the help page scrolls back from its end at once', () => {
    const person = sit(simpleReview(3), { columns: 60 });
    person.keys('? G');
    const end = person.screen();
    person.keys('k');
    expect(person.screen()).not.toBe(end);
    for (const line of person.lines()) expect(line).not.toContain('…');
  });

  test('scrolls by lines, by full and half pages, and to either end', () => {
    const person = sit(simpleReview(3), { rows: 24 });
    const height = pageHeight(person.view());
    person.keys('? j j');
    expect(top(person)).toBe(2);
    person.keys('k space');
    expect(top(person)).toBe(1 + height);
    person.keys('b ctrl+d');
    expect(top(person)).toBe(1 + Math.floor(height / 2));
    person.keys('G');
    const lowest = top(person);
    person.keys('j');
    expect(top(person)).toBe(lowest);
    person.keys('g k');
    expect(top(person)).toBe(0);
  });

  test.each(['q', 'esc', 'enter'])('closes with %s', (key) => {
    const person = sit(simpleReview(3));
    person.keys(`? ${key}`);
    expect(person.view().mode.type).toBe('normal');
  });

  test('stays open if a key is not bound', () => {
    const person = sit(simpleReview(3));
    person.keys('? m');
    expect(person.view().mode.type).toBe('help');
  });

  test.each([
    ['y', 5],
    ['enter', 5],
    ['q', 6],
  ])('that previews a step applies it on y or Enter only: %s', (key, rows) => {
    const person = sit(simpleReview(6));
    person.change((view) => {
      const draft = mergeRows(view.review, 1, 'next');
      if (isRefusal(draft)) throw new Error(draft.refused);
      return {
        ...view,
        mode: { type: 'page', title: 'Realign', lines: [], top: 0, entry: draft },
      };
    });
    person.keys(key);
    expect(person.view().review.rows).toHaveLength(rows);
    expect(person.view().mode.type).toBe('normal');
  });
});
