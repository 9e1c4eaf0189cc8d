import { describe, expect, test } from 'vitest';
import type { Check } from '../../../../src/domain.js';
import { diffPair } from '../../../../src/tui/compose/detail/compose-diff.js';
import { oneRow, sit, words } from '../../person.js';

describe('two texts in the same language', () => {
  test.each(['side', 'inline'] as const)(
    'highlights checks and matches in differences, too: %s',
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

  test('names the two columns whose differences it shows', () => {
    const person = sit(oneRow(['A man.', 'Une femme.', 'A woman.'], ['en', 'fr', 'en']));
    expect(person.screen()).toMatch(/a en\/c en +A \[-man-\]\{\+woman\+\}\./);
  });

  test('are those of the active column if several pairs have differences', () => {
    const person = sit(oneRow(['A man.', 'A woman.', 'Un.', 'A child.'], ['en', 'en', 'fr', 'en']));
    const pair = () => {
      const row = person.row();
      const found = row && diffPair(person.view(), row);
      return found && [found.a, found.b];
    };
    expect(pair()).toEqual([0, 1]);
    person.keys('l l l');
    expect(pair()).toEqual([0, 3]);
  });

  test.each(['s', 'e', 'd'])('are shown separately after %s', (keys) => {
    const person = sit(oneRow(['A man.', 'A woman.'], ['en', 'en']));
    expect(person.screen()).toContain('[-man-]');
    person.keys(keys);
    expect(person.screen()).not.toContain('[-man-]');
    expect(person.screen()).toMatch(/b en +1 {2}A woman\./);
  });

  test('that have nothing in common are shown whole', () => {
    const other = words(500).replaceAll('word', 'term');
    expect(sit(oneRow([words(500), other], ['en', 'en'])).screen()).not.toContain('[-');
  });
});
