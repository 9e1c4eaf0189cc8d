import { describe, expect, test } from 'vitest';
import {
  confidenceHistogram,
  countRows,
  failedChecks,
  lengthRatio,
} from '../../../src/report/summary/counts.js';
import { unmatchedRuns } from '../../../src/report/summary/unmatched.js';
import { numberSections, summaryLine } from '../../../src/report/sections/numbers.js';
import { findings } from '../../../src/report/sections/findings.js';
import { rowLevel } from '../../../src/report/data/row-facts.js';
import { examplePage } from '../example-page.js';

const page = examplePage({
  columns: [
    { name: 'a', language: 'en' },
    { name: 'b', language: 'fr' },
  ],
  rows: [
    ['abcd', 'abcdefgh'],
    ['abcd', 'abcdefgh'],
    { texts: ['abcd', null], confidence: 0 },
    { texts: ['abcd', null], confidence: 0 },
    { texts: ['noise', null], method: 'noise', confidence: 0 },
    {
      texts: ['abcd', 'abcdefgh'],
      confidence: 0.2,
      checks: [
        { code: 'number', text: 'numbers differ: a en 1 / b fr 2' },
        { code: 'length', text: 'lengths differ more than usual: a en 1 / b fr 2' },
      ],
    },
    { texts: ['abcd', 'abcdefgh'], status: 'rejected' },
    ['abcd', 'abcdefgh'],
    ['abcd', 'abcdefgh'],
    ['abcd', 'abcdefgh'],
  ],
});
const { rows, columns } = page;

describe('the numbers of the page', () => {
  test('rows are counted by type, confidence, status and language', () => {
    const counts = countRows(rows, columns);
    expect(counts).toMatchObject({ rows: 10, linked: 7, noise: 1 });
    expect(counts.types).toEqual([['1-1', 7]]);
    expect(counts.levels).toEqual([
      ['sure', 6],
      ['doubtful', 1],
    ]);
    expect(counts.statuses).toEqual([
      ['unreviewed', 8],
      ['rejected', 1],
    ]);
    expect(counts.languages).toEqual([
      ['en', 10],
      ['fr', 7],
    ]);
    expect(summaryLine(page)).toBe('10 rows · 7 linked · 1 doubtful · 1 with failed checks');
  });

  test('links that a person made are not measured, so they are not doubtful', () => {
    const [row] = examplePage({
      columns,
      rows: [{ texts: ['a', 'b'], method: 'manual', confidence: 0 }],
    }).rows;
    expect(row && rowLevel(row)).toBe('none');
  });

  test('neighbours without a counterpart are one run; noise does not count, a rejected link does', () => {
    expect(unmatchedRuns(rows, 0, 1)).toEqual([
      { from: 3, to: 4, sentences: 2, row: 3 },
      { from: 7, to: 7, sentences: 1, row: 7 },
    ]);
  });

  test('confidence is counted in twentieths', () => {
    const bars = confidenceHistogram(rows);
    expect([bars.length, bars[4], bars[18]]).toEqual([20, 1, 6]);
  });

  test('failed checks are grouped by kind', () => {
    expect(failedChecks(rows).map(({ code, failed }) => [code, failed.length])).toEqual([
      ['number', 1],
      ['length', 1],
    ]);
  });

  test('the length ratio is that of linked rows; too few have none', () => {
    expect(lengthRatio(rows, 0, 1)?.whole).toBeCloseTo(2, 1);
    expect(lengthRatio(rows.slice(0, 3), 0, 1)).toBeNull();
  });

  test('what was found is said in words, with links to the rows', () => {
    const words = findings(page).replace(/<[^>]*>/g, '');
    expect(words).toContain('3 of 10 sentences of a have no counterpart (30 %)');
    expect(findings(page)).toContain('<a href="#row-3">3–4</a>');
    expect(numberSections(page)).toContain('<a href="#row-6">6</a> <bdi>a en 1 / b fr 2</bdi>');
  });
});
