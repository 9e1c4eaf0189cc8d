import { expect, test } from 'vitest';
import { linesOfMatch } from '../../../src/pipeline/explain/match-lines.js';

test('a page says how likely a match is, how much is covered and what both share', () => {
  const lines = linesOfMatch(
    {
      score: 0.9876,
      kind: 'partial',
      coverage: [0.25, 1],
      terms: ['Prague / Prahy', '1968'],
      passages: [{ a: 'Peace.', b: 'سلام.' }],
    },
    ['a.txt', 'b.txt'],
    ['en', 'ar'],
  );
  expect(lines.map(({ label, text }) => `${label.trim()} ${text}`.trim())).toEqual([
    'Why these documents were matched:',
    'probability 0.988 (partial)',
    'covered 25 % of a.txt',
    'covered 100 % of b.txt',
    'both have Prague / Prahy, 1968',
    'passage Peace.',
    'and سلام.',
  ]);
  expect(lines.at(-1)?.rightToLeft).toBe(true);
});
