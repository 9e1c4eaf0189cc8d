import { describe, expect, test } from 'vitest';
import { defaultName } from '../../../../src/cli/commands/review/run.js';

describe('defaultName', () => {
  test.each([
    [['a/report.en.txt', 'report.es.txt'], 'report.en-report.es.paralign'],
    [['-', 'x'], 'stdin-x.paralign'],
  ])('the review of %j is %s', (operands, name) => {
    expect(defaultName(operands)).toBe(name);
  });

  test('fits the limits of file systems without cutting a character in two', () => {
    const name = defaultName(['ü'.repeat(150), 'x']);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(209);
    expect(name).toBe(`${'ü'.repeat(100)}.paralign`);
    expect(defaultName([`x${'ü'.repeat(150)}`])).toBe(`x${'ü'.repeat(99)}.paralign`);
  });
});
