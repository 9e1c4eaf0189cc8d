import { resolve } from 'node:path';
import { AppError } from '../../../errors.js';
import type { Partners } from '../../../match/assign.js';
import type { ModelChoice } from '../../../pipeline/chosen-model.js';
import type { FileReadingSettings } from '../../../pipeline/files/file-settings.js';
import { readSentenceSettings } from '../../arguments/file-settings.js';
import { readModelChoice } from '../../arguments/model-choice.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';
import { readOutput } from '../../arguments/output-options.js';
import type { OutputTarget } from '../../output/result.js';

/** The arguments of `paralign match`. */
export interface MatchRequest {
  /** Operands as typed. */
  readonly documents: readonly string[];
  readonly by: 'text' | 'name';
  readonly partners: Partners;
  /** Null for the usual one. */
  readonly least: number | null;
  readonly settings: FileReadingSettings;
  readonly model: ModelChoice;
  readonly output: OutputTarget;
  /** Absolute path of the list of documents without a partner; null for none. */
  readonly unmatched: string | null;
  readonly explain: boolean;
  /** Folder for the alignments, as typed; null to stop after matching. */
  readonly align: string | null;
}

/** Reads the arguments of `paralign match`. Throws AppError `usage`. */
export function readMatchRequest(
  context: { readonly cwd: string },
  args: ParsedArguments,
): MatchRequest {
  const output = readOutput(context, args);
  const align = args.text('align') ?? null;
  if (align !== null && output.path === null)
    throw new AppError('usage', '--align needs -o FILE, the manifest that is aligned', {
      hint: 'for instance -o jobs.csv',
    });
  if (args.operands.includes('-'))
    throw new AppError('usage', '"-" cannot be matched: name folders or files', {
      hint: 'see "paralign match --help"',
    });
  const unmatched = args.text('unmatched');
  const by = args.text('by') === 'name' ? 'name' : 'text';
  if (by === 'name' && (args.flag('explain') || args.text('partners') === 'many'))
    throw new AppError(
      'usage',
      '--by name looks at names only: it takes no --explain and no --partners many',
      {
        hint: 'leave out --by name',
      },
    );
  return {
    documents: args.operands,
    by,
    partners: args.text('partners') === 'many' ? 'many' : 'one',
    least: args.number('min-score') ?? null,
    settings: readSentenceSettings(args),
    model: readModelChoice(args),
    output,
    unmatched: unmatched === undefined ? null : resolve(context.cwd, unmatched),
    explain: args.flag('explain'),
    align,
  };
}
