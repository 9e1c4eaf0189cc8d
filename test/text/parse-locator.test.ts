import { expect, test } from 'vitest';
import type { Locator } from '../../src/domain.js';
import { describeLocator } from '../../src/text/describe-locator.js';
import { parseLocator } from '../../src/text/parse-locator.js';

test.each<Locator>([
  { kind: 'page', page: 12 },
  { kind: 'cue', start: 62_500, end: 36_000_004 },
  { kind: 'unit', id: 'file/unit 1/2' },
  { kind: 'href', href: 'chapter2.xhtml#p4' },
  { kind: 'cell', row: 12, column: 28 },
  { kind: 'cell', row: 1, column: 1, sheet: 'My! sheet' },
])('a place is read as it was written: %o', (locator) => {
  expect(parseLocator(describeLocator(locator))).toEqual(locator);
});
