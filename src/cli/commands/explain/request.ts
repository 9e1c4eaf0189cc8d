import { AppError } from '../../../errors.js';
import type { ModelChoice } from '../../../pipeline/chosen-model.js';
import type { FileSettings } from '../../../pipeline/files/file-settings.js';
import { readFileSettings } from '../../arguments/file-settings.js';
import { readModelChoice } from '../../arguments/model-choice.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';

/** The arguments of `paralign explain`. */
export interface ExplainRequest {
  /** Operands as typed; `-` is standard input. */
  readonly sources: readonly string[];
  readonly settings: FileSettings;
  readonly model: ModelChoice;
  /** The row's id in the CSV output. */
  readonly row: number;
}

/** Reads the arguments of `paralign explain`. Throws AppError `usage`. */
export function readExplainRequest(
  context: { readonly cwd: string },
  args: ParsedArguments,
): ExplainRequest {
  const row = args.number('bead');
  if (row === undefined)
    throw new AppError('usage', 'missing --bead N, the row to explain', {
      hint: 'N is the id of the row in the CSV output',
    });
  return {
    sources: args.operands,
    settings: readFileSettings(context, args),
    model: readModelChoice(args),
    row,
  };
}
