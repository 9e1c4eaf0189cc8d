import { describe, expect, test } from 'vitest';
import type { Check } from '../../../src/domain.js';
import { parseQuery } from '../../../src/review/search.js';
import { checkFindings, searchHits } from '../../../src/tui/theme/highlights.js';
import { simpleReview } from '../../review/fixture.js';

const [row] = simpleReview(1).rows;
if (row === undefined) throw new Error('no row');

describe('what is set apart in a text', () => {
  test('a check’s findings in a sentence, as offsets into it', () => {
    const check: Check = {
      code: 'number',
      a: {
        stream: 0,
        values: ['27', '5'],
        spans: [
          { start: 12, end: 14 },
          { start: 40, end: 41 },
        ],
      },
      b: { stream: 1, values: ['28'], spans: [{ start: 3, end: 5 }] },
    };
    const checked = { ...row, checks: [check] };
    expect(checkFindings(checked, 0, { start: 10, end: 30 })).toEqual([
      { start: 2, end: 4, style: 'check' },
    ]);
    expect(checkFindings(checked, 1, { start: 4, end: 30 })).toEqual([
      { start: 0, end: 1, style: 'check' },
    ]);
    expect(checkFindings(checked, 1, { start: 5, end: 30 })).toEqual([]);
  });

  test('matches of the search; none without a search', () => {
    expect(searchHits(parseQuery('dog'), 'a Dog and a dog')).toEqual([
      { start: 2, end: 5, style: 'hit' },
      { start: 12, end: 15, style: 'hit' },
    ]);
    expect(searchHits(null, 'a dog')).toEqual([]);
  });
});
