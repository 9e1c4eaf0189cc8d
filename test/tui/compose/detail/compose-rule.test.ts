import { describe, expect, test } from 'vitest';
import { lineText, lineWidth } from '../../../../src/terminal/line.js';
import { composeRule } from '../../../../src/tui/compose/detail/compose-rule.js';
import { measuringTheme } from '../../../../src/tui/theme/theme.js';
import { simpleReview } from '../../../review/fixture.js';
import { sit } from '../../person.js';

const rule = (person: ReturnType<typeof sit>, inSight = '') =>
  composeRule(person.view(), measuringTheme, inSight);

describe('the line between list and detail', () => {
  test('shows the place, and the facts about the row', () => {
    expect(lineText(rule(sit(simpleReview(20), { columns: 110 })))).toMatch(
      /^── #5 · 5 of 20 · 1-1 · confidence \.40 · score 0\.80 · parallel · unreviewed · check the alignment ─+$/,
    );
  });

  test('shows decisions on the row', () => {
    const person = sit(simpleReview(20));
    person.keys('F !');
    expect(lineText(rule(person))).toContain('unreviewed, needs review · flagged');
  });

  test('ends with the visible lines, truncates the rest, and is never wider than the screen', () => {
    const person = sit(simpleReview(20), { columns: 60 });
    const line = rule(person, 'lines 1-3 of 9');
    expect(lineText(line)).toMatch(/… lines 1-3 of 9 ──$/);
    expect(lineWidth(line)).toBe(58);
  });

  test('is only a rule if no row is shown', () => {
    const person = sit(simpleReview(3));
    person.keys('f r');
    expect(lineText(rule(person))).toMatch(/^─+$/);
  });
});
