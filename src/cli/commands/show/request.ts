import type { Selection } from '../../../write/filter/selection.js';
import type { WriteOptions } from '../../../write/write-table.js';
import { readTableSettings } from '../../arguments/file-settings.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';
import { readFilters } from '../../arguments/output-options.js';
import type { TableOperand } from '../open-table.js';

/** The arguments of `paralign show`. */
export interface ShowRequest {
  /** The file to show, and how it is read. */
  readonly input: TableOperand;
  readonly filters: Selection & Pick<WriteOptions, 'quality'>;
  /** List sentences without a partner in the view. */
  readonly all: boolean;
}

/** Reads the arguments of `paralign show`. Throws AppError `usage`. */
export function readShowRequest(args: ParsedArguments): ShowRequest {
  const [operand = '', ...texts] = args.operands;
  const input = { operand, texts, settings: readTableSettings(args) };
  return { input, filters: readFilters(args, { checks: true }), all: args.flag('all') };
}
