import { expect, test } from 'vitest';
import { describeCheck } from '../../src/check/describe-check.js';

test('a check is put into words, with the columns as its reader knows them', () => {
  const check = {
    code: 'number',
    a: { stream: 0, values: ['27', '5'], spans: [] },
    b: { stream: 2, values: [], spans: [] },
  } as const;
  const words = describeCheck(check, (stream) => ['a en', 'b de', 'c fr'][stream] ?? '?');
  expect(words).toBe('numbers differ: a en 27, 5 / c fr none');
});
