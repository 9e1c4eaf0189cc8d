import { AppError } from '../../../errors.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';

/** The arguments of `paralign score`. */
export interface ScoreRequest {
  /** A file in the vecalign format, `-`, or a folder of files. */
  readonly gold: string;
  /** The alignments to score: files, `-`, or folders if `gold` is one. */
  readonly tests: readonly string[];
  /** The strict F1 that every test must reach. */
  readonly minF1: number;
}

/** Reads the arguments of `paralign score`. Throws AppError `given-twice`. */
export function readScoreRequest(args: ParsedArguments): ScoreRequest {
  const [gold = '', ...tests] = args.operands;
  if (args.operands.filter((operand) => operand === '-').length > 1)
    throw new AppError('given-twice', '-: given twice', {
      hint: 'standard input can be read only once',
    });
  return { gold, tests, minF1: args.number('min-f1') ?? 0 };
}
