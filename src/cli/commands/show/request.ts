import { resolve } from 'node:path';
import type { Selection } from '../../../write/records/select-records.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';
import { readFilters } from '../../arguments/output-options.js';

/** The arguments of `paralign show`. */
export interface ShowRequest {
  /** Absolute path of the review file. */
  readonly review: string;
  readonly filters: Selection;
  /** List sentences without a partner in the view. */
  readonly all: boolean;
}

/** Reads the arguments of `paralign show`. Throws AppError `usage`. */
export function readShowRequest(
  { cwd }: { readonly cwd: string },
  args: ParsedArguments,
): ShowRequest {
  const [operand = ''] = args.operands;
  return { review: resolve(cwd, operand), filters: readFilters(args), all: args.flag('all') };
}
