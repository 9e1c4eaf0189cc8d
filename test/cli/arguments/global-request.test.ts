import { describe, expect, test } from 'vitest';
import { globalOptions } from '../../../src/cli/arguments/options.js';
import { readGlobalRequest } from '../../../src/cli/arguments/global-request.js';
import { parseArguments } from '../../../src/cli/arguments/parse-arguments.js';

const read = (...argv: string[]) =>
  readGlobalRequest(parseArguments(argv, { usage: 'x', options: globalOptions, arguments: [] }));

describe('readGlobalRequest', () => {
  test('uses the defaults without options', () => {
    expect(read()).toEqual({
      color: 'auto',
      quiet: false,
      verbose: false,
      json: false,
      mayAsk: true,
    });
  });

  test('reads every option', () => {
    expect(read('-qv', '--json', '--no-input', '--color=never')).toEqual({
      color: 'never',
      quiet: true,
      verbose: true,
      json: true,
      mayAsk: false,
    });
  });
});
