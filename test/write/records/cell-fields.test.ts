import { describe, expect, test } from 'vitest';
import { checkCodes, decimal, numberRanges } from '../../../src/write/records/cell-fields.js';

describe('cell fields', () => {
  test.each([
    [[], ''],
    [[4], '4'],
    [[4, 5], '4-5'],
    [[4, 5, 9, 10, 12], '4-5;9-10;12'],
    [[3, 3, 4], '3-4'],
  ])('numbers %j are written %j', (numbers, ranges) => {
    expect(numberRanges(numbers)).toBe(ranges);
  });

  test('decimals have four places and no negative zero', () => {
    expect([0.83125, -0.00001, 1, -0.5].map(decimal)).toEqual([
      '0.8313',
      '0.0000',
      '1.0000',
      '-0.5000',
    ]);
  });

  test('a decimal comma stays one', () => {
    const side = (stream: number, values: string[]) => ({ stream, values, spans: [] });
    const check = { code: 'number', a: side(0, ['71', '3.2']), b: side(1, ['71', '3,2']) } as const;
    expect(checkCodes([check])).toBe('number:71, 3.2≠71, 3,2');
  });

  test('checks are short codes whose values cannot break them', () => {
    const side = (stream: number, values: string[]) => ({ stream, values, spans: [] });
    const checks = [
      { code: 'number', a: side(0, ['3']), b: side(1, ['5', '6']) },
      { code: 'name', a: side(0, ['A;B ≠']), b: side(1, []) },
    ] as const;
    expect(checkCodes(checks)).toBe('number:3≠5, 6; name:A B≠∅');
    expect(checkCodes(checks.slice(0, 1), (stream) => 'ab'[stream] ?? '?')).toBe(
      'number:a 3≠b 5, 6',
    );
  });
});
