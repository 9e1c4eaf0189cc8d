import { describe, expect, test } from 'vitest';
import { inheritedFlags } from '../../src/platform/node-flags.js';

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
