import { describe, expect, test } from 'vitest';
import {
  confidenceStyle,
  rowStyle,
  showConfidence,
  statusSign,
} from '../../../src/tui/theme/row-style.js';
import { makeTheme } from '../../../src/tui/theme/theme.js';
import { simpleReview } from '../../review/fixture.js';

const theme = makeTheme({ color: true, ascii: false });
const [row] = simpleReview(1).rows;
if (row === undefined) throw new Error('no row');

describe('a row', () => {
  test.each([
    [0.4, '.40'],
    [0.994, '.99'],
    [0.995, '1.00'],
    [1, '1.00'],
    [0, '.00'],
  ])('with confidence %d shows %s', (value, shown) => {
    expect(showConfidence({ ...row, confidence: value })).toBe(shown);
  });

  test('is good from the threshold up, then fair, then poor', () => {
    const styles = [0.8, 0.79, 0.61, 0.59].map((confidence) =>
      confidenceStyle({ ...row, confidence }, 0.8),
    );
    expect(styles).toEqual(['good', 'fair', 'fair', 'poor']);
  });

  test('has no confidence if it was linked by hand, whatever an old file says', () => {
    const manual = { ...row, method: 'manual' as const, confidence: 1 };
    expect([showConfidence(manual), rowStyle(manual, 0.8)]).toEqual(['-', 'dim']);
  });

  test('has the colour for decisions once someone has decided on it', () => {
    expect(rowStyle(row, 0.8)).toBe('good');
    expect(rowStyle({ ...row, status: 'rejected' }, 0.8)).toBe('human');
  });

  test('has a sign for every decision, and one for doubt', () => {
    const sign = (change: Partial<typeof row>) =>
      statusSign({ ...row, ...change }, 0.8, theme).text;
    expect([
      sign({ status: 'accepted' }),
      sign({ status: 'rejected' }),
      sign({ status: 'edited' }),
      sign({}),
      sign({ confidence: 0.3 }),
    ]).toEqual(['✓', '✗', '✎', '·', '?']);
  });
});
