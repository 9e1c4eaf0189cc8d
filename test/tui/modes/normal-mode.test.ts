import { describe, expect, test } from 'vitest';
import { normalCommand } from '../../../src/tui/modes/normal-mode.js';
import { commandNames, commandTable } from '../../../src/tui/view/command-table.js';
import { simpleReview } from '../../review/fixture.js';
import { sit, viewOf } from '../person.js';

describe('the list', () => {
  test('reacts to every command', () => {
    const view = viewOf(simpleReview(12), { columns: 130 });
    const silent = commandNames.filter((name) => {
      const { modes, group } = commandTable[name];
      // Closing and scrolling do nothing if nothing is open or hidden.
      if (!modes.includes('normal') || group === 'Session' || /^detail/.test(name)) return false;
      const { view: next, effects } = normalCommand(view, name, 2);
      return next === view && effects.length === 0;
    });
    expect(silent).toEqual([]);
  });

  test('undoes and redoes even if no row is shown', () => {
    const person = sit(simpleReview(3));
    person.keys('g a f r u');
    expect(person.message()).toMatch(/^undone: accepted 1/);
    person.keys('ctrl+r');
    expect(person.recorded()).toEqual(['redo']);
  });

  test('says why commands that need a row do nothing if none is shown', () => {
    const person = sit(simpleReview(3));
    person.keys('f r');
    for (const key of ['a', 'm', 'e', 's', 'R', 'i', 'A']) {
      person.keys(key);
      expect(person.message()).toBe('no row to show: rejected (f f shows all)');
    }
  });
});
