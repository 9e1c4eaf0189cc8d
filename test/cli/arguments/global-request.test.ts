import { describe, expect, test } from 'vitest';
import { globalOptions } from '../../../src/cli/arguments/options.js';
import { readGlobalRequest } from '../../../src/cli/arguments/global-request.js';
import { parseArguments } from '../../../src/cli/arguments/parse-arguments.js';

const read = (...argv: string[]) =>
  readGlobalRequest(parseArguments(argv, { usage: 'x', options: globalOptions, arguments: [] }));

describe('readGlobalRequest', () => {
  test('without options is what the defaults say', () => {
    expect(read()).toEqual({
      color: 'auto',
      quiet: false,
      verbose: false,
      json: false,
      mayAsk: true,
    });
  });

  test('takes every option', () => {
    expect(read('-qv', '--json', '--no-input', '--color=never')).toEqual({
      color: 'never',
      quiet: true,
      verbose: true,
      json: true,
      mayAsk: false,
    });
  });
});
