import { describe, expect, test } from 'vitest';
import { inheritedFlags, threadFlags } from '../../src/platform/node-flags.js';

describe('inheritedFlags', () => {
  test('leaves out what only goes with code on the command line', () => {
    const flags = ['--max-old-space-size=200', '--input-type=module', '-e', 'code', '--inspect'];
    expect(inheritedFlags(flags)).toEqual(['--max-old-space-size=200', '--inspect']);
    expect(inheritedFlags(['--eval=code', '--print', 'code', '--import', './x.js'])).toEqual([
      '--import',
      './x.js',
    ]);
    expect(inheritedFlags([])).toEqual([]);
  });
});

describe('threadFlags', () => {
  test('are those of the process, unless some go only with code on the command line', () => {
    expect(threadFlags(['--max-semi-space-size=64'])).toBeUndefined();
    expect(threadFlags([])).toBeUndefined();
    expect(threadFlags(['--inspect', '-e', 'code'])).toEqual(['--inspect']);
  });
});
