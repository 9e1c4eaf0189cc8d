/** The exit codes, for the man page and docs/commands.md. */
import { ExitCode } from '../../errors.js';

/** Code and meaning, in ascending order. */
export const exitCodeMeanings: readonly (readonly [number, string])[] = [
  [ExitCode.ok, 'Success'],
  [ExitCode.partial, 'Finished, but some jobs failed or a threshold was not met'],
  [ExitCode.usage, 'The command line is wrong'],
  [ExitCode.badData, 'An input is invalid'],
  [ExitCode.noInput, 'An input is missing or cannot be read'],
  [ExitCode.modelUnavailable, 'The model is missing or damaged'],
  [ExitCode.internal, 'An internal error: a bug in paralign'],
  [ExitCode.noMemory, 'Not enough memory or address space'],
  [
    ExitCode.cannotCreate,
    'An output cannot be created, would replace an input or a review, or its folder is in use',
  ],
  [ExitCode.io, 'Reading or writing failed, or the disk is full'],
  [ExitCode.badConfig, 'A configuration file or variable is wrong'],
  [129, 'Ended by SIGHUP (130: SIGINT, 143: SIGTERM)'],
];
