import { colorChoices, type ColorChoice } from '../../terminal/color.js';
import type { ParsedArguments } from './option-spec.js';

/** The options that every command has. */
export interface GlobalRequest {
  readonly color: ColorChoice;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly json: boolean;
  /** False with `--no-input`. */
  readonly mayAsk: boolean;
}

/** Reads the `globalOptions`, except those that end the program before a command runs. */
export function readGlobalRequest(args: ParsedArguments): GlobalRequest {
  return {
    color: colorChoices.find((choice) => choice === args.text('color')) ?? 'auto',
    quiet: args.flag('quiet'),
    verbose: args.flag('verbose'),
    json: args.flag('json'),
    mayAsk: args.flag('input'),
  };
}
