import { readTableSettings } from '../../arguments/file-settings.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';
import {
  readFilters,
  readFormat,
  readOutput,
  readSplit,
  readWriteOptions,
  refuseFilteredReview,
} from '../../arguments/output-options.js';
import type { OutputTarget } from '../../output/result.js';
import type { OutputName } from '../../../write/formats.js';
import type { TableOperand } from '../open-table.js';
import type { WriteOptions } from '../../../write/write-table.js';

/** The arguments of `paralign convert`. */
export interface ConvertRequest {
  /** The file to convert, and how it is read. */
  readonly input: TableOperand;
  readonly output: OutputTarget;
  /** `-o -`: write to standard output even if it is a terminal. */
  readonly toStdout: boolean;
  /** Null if none is named. */
  readonly format: OutputName | null;
  readonly writeOptions: WriteOptions;
  /** Link the words of each pair, if the format has a place for that. */
  readonly words?: boolean;
  /** List sentences without a partner in the readable view. */
  readonly all: boolean;
}

/** Reads the arguments of `paralign convert`. Throws AppError `usage`. */
export function readConvertRequest(
  context: { readonly cwd: string },
  args: ParsedArguments,
): ConvertRequest {
  const [operand = '', ...texts] = args.operands;
  const output = readOutput(context, args);
  const format = readFormat(args, output);
  const writeOptions = {
    ...readWriteOptions(args),
    ...readFilters(args, { checks: true }),
    ...readSplit(args, output),
    rejected: args.flag('rejected'),
  };
  refuseFilteredReview(format, writeOptions);
  return {
    input: { operand, texts, settings: readTableSettings(args) },
    output,
    toStdout: args.text('output') === '-',
    format,
    writeOptions,
    all: args.flag('all'),
    words: args.flag('words'),
  };
}
