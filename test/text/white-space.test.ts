import { expect, test } from 'vitest';
import { isWhiteSpace } from '../../src/text/white-space.js';

test('white space is what regular expressions take for it', () => {
  const others: number[] = [];
  for (let unit = 0; unit < 0x10000; unit++) {
    if (isWhiteSpace(unit) !== /\s/.test(String.fromCharCode(unit))) others.push(unit);
  }
  expect(others).toEqual([]);
});
