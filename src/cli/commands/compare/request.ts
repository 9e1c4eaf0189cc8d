import { AppError } from '../../../errors.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';
import { readOutput } from '../../arguments/output-options.js';
import type { OutputTarget } from '../../output/result.js';

/** The arguments of `paralign compare`. */
export interface CompareRequest {
  /** As typed; `-` is standard input. */
  readonly a: string;
  readonly b: string;
  /** Where the list goes; no path if none is written. */
  readonly output: OutputTarget;
  /** Whether the places are listed on standard output. */
  readonly list: boolean;
  /** The strict F1 that must be reached. */
  readonly minF1: number;
}

/** Reads the arguments of `paralign compare`. Throws AppError `usage` and `given-twice`. */
export function readCompareRequest(
  context: { readonly cwd: string },
  args: ParsedArguments,
): CompareRequest {
  const [a = '', b = ''] = args.operands;
  if (a === '-' && b === '-')
    throw new AppError('given-twice', '-: given twice', {
      hint: 'standard input can be read only once',
    });
  if (args.text('output') === '-')
    throw new AppError('usage', '-o -: the list is on standard output anyway', {
      hint: 'leave it out, or use --json',
    });
  const output = readOutput(context, args);
  return { a, b, output, list: args.flag('list'), minF1: args.number('min-f1') ?? 0 };
}
