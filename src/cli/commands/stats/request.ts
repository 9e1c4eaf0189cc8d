import { AppError } from '../../../errors.js';
import type { FileReadingSettings } from '../../../pipeline/files/file-settings.js';
import { readTableSettings } from '../../arguments/file-settings.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';

/** The arguments of `paralign stats`. */
export interface StatsRequest {
  /** Files and folders as typed; `-` is standard input. */
  readonly operands: readonly string[];
  /** How files that are no reviews are read. */
  readonly settings: FileReadingSettings;
  /** Whether the parts of each text are listed. */
  readonly coverage: boolean;
}

/** Reads the arguments of `paralign stats`. Throws AppError `usage` and `given-twice`. */
export function readStatsRequest(args: ParsedArguments): StatsRequest {
  const { operands } = args;
  if (operands.filter((operand) => operand === '-').length > 1)
    throw new AppError('given-twice', '-: given twice', {
      hint: 'standard input can be read only once',
    });
  return { operands, settings: readTableSettings(args), coverage: args.flag('coverage') };
}
