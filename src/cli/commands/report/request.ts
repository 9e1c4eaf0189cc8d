import { readTableSettings } from '../../arguments/file-settings.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';
import { readOutput } from '../../arguments/output-options.js';
import type { OutputTarget } from '../../output/result.js';
import type { TableOperand } from '../open-table.js';

/** The arguments of `paralign report`. */
export interface ReportRequest {
  readonly input: TableOperand;
  readonly output: OutputTarget;
}

/** Reads the arguments of `paralign report`. Throws AppError `usage`. */
export function readReportRequest(
  context: { readonly cwd: string },
  args: ParsedArguments,
): ReportRequest {
  const [operand = ''] = args.operands;
  return {
    input: { operand, settings: readTableSettings(args) },
    output: readOutput(context, args),
  };
}
