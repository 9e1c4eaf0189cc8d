import type { ModelChoice } from '../../../pipeline/chosen-model.js';
import type { FileSettings } from '../../../pipeline/files/file-settings.js';
import type { OutputName } from '../../../write/formats.js';
import type { WriteOptions } from '../../../write/write-table.js';
import { readFileSettings } from '../../arguments/file-settings.js';
import { readModelChoice } from '../../arguments/model-choice.js';
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

/** The arguments of `paralign align`. */
export interface AlignRequest {
  /** Operands as typed; `-` is standard input. */
  readonly sources: readonly string[];
  readonly settings: FileSettings;
  readonly model: ModelChoice;
  /** Undefined for all cores. */
  readonly threads: number | undefined;
  readonly output: OutputTarget;
  /** `-o -`: write to standard output even if it is a terminal. */
  readonly toStdout: boolean;
  /** Null if none is named. */
  readonly format: OutputName | null;
  readonly writeOptions: WriteOptions;
  /** Link the words of each pair, if the format has a place for that. */
  readonly words?: boolean;
  /** Show the readable view even if the result is written to a file. */
  readonly show: boolean;
  /** List sentences without a partner in the view. */
  readonly all: boolean;
}

/** Reads the arguments of `paralign align`. Throws AppError `usage`. */
export function readAlignRequest(
  context: { readonly cwd: string },
  args: ParsedArguments,
): AlignRequest {
  const output = readOutput(context, args);
  const format = readFormat(args, output);
  const writeOptions = {
    ...readWriteOptions(args),
    ...readFilters(args),
    ...readSplit(args, output),
  };
  refuseFilteredReview(format, writeOptions);
  return {
    sources: args.operands,
    settings: readFileSettings(context, args),
    model: readModelChoice(args),
    threads: args.number('threads'),
    output,
    toStdout: args.text('output') === '-',
    format,
    writeOptions,
    show: args.flag('show'),
    all: args.flag('all'),
    words: args.flag('words'),
  };
}
