import { describe, expect, test } from 'vitest';
import { readFileSettings } from '../../../src/cli/arguments/file-settings.js';
import { alignOptionTable } from '../../../src/cli/arguments/options.js';
import { parseArguments, type Setting } from '../../../src/cli/arguments/parse-arguments.js';

const table = { usage: 'paralign align', options: alignOptionTable, arguments: [] };
const maxBead = (args: string[], settings: [string, Setting][] = []): number | undefined =>
  readFileSettings({ cwd: '/' }, parseArguments(args, table, new Map(settings))).maxBead;

describe('the most sentences on a side of a pair', () => {
  test('is what the texts ask for, unless it is given', () => {
    expect(maxBead([])).toBeUndefined();
    expect(maxBead(['--max-bead', '3'])).toBe(3);
  });

  test('is one with --one-to-one', () => {
    expect(maxBead(['--one-to-one'])).toBe(1);
    expect(maxBead(['--one-to-one', '--max-bead', '1'])).toBe(1);
  });

  test('the command line beats a config file', () => {
    const user = (value: boolean | number): Setting => ({ value, origin: 'user', where: 'config' });
    expect(maxBead(['--one-to-one'], [['max-bead', user(4)]])).toBe(1);
    expect(maxBead(['--max-bead', '4'], [['one-to-one', user(true)]])).toBe(4);
    expect(maxBead([], [['one-to-one', user(true)]])).toBe(1);
  });

  test('two answers are a mistake', () => {
    expect(() => maxBead(['--one-to-one', '--max-bead', '3'])).toThrow(/contradict/);
    expect(() => maxBead(['--max-bead', '0'])).toThrow(/from 1 to 10/);
  });
});
