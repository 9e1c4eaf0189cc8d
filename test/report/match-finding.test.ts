import { expect, test } from 'vitest';
import { matchFinding } from '../../src/report/sections/match-finding.js';
import { examplePage } from './example-page.js';

const page = examplePage({
  columns: [
    { name: 'a', language: 'en' },
    { name: 'b', language: 'de' },
  ],
  rows: [],
});

test('a page says why its documents were matched, with their text made safe', () => {
  const html = matchFinding({
    ...page,
    match: {
      score: 0.9,
      kind: 'rewrite',
      coverage: [0.5, 1],
      terms: ['<b>'],
      passages: [{ a: 'a < b', b: 'b > a' }],
    },
  });
  expect(html).toContain('Matched as versions of one text: probability 0.900');
  expect(html).toContain('50 % of');
  expect(html).toContain('&#60;b');
  expect(html).toContain('a &#60; b');
});

test('a page of texts that nobody matched says nothing of it', () => {
  expect(matchFinding(page)).toBe('');
});
