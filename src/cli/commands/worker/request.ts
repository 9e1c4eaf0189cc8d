import { AppError } from '../../../errors.js';
import type { JobOrder } from '../../../jobs/job.js';
import type { LineOptions } from '../../../jobs/lines/line-job.js';
import type { ModelChoice } from '../../../pipeline/chosen-model.js';
import { readFileSettings } from '../../arguments/file-settings.js';
import { readModelChoice } from '../../arguments/model-choice.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';
import { withJobOptions } from '../../arguments/job-options.js';

/** The arguments of `paralign worker`. */
export interface WorkerRequest {
  readonly model: ModelChoice;
  readonly lanes: number;
  /** What a job with these options of its own is run with. Throws AppError `bad-job`, `usage`. */
  readonly settings: (options: LineOptions) => Pick<JobOrder, 'settings' | 'writeOptions'>;
}

/** Reads the arguments of `paralign worker`. Throws AppError `usage`. */
export function readWorkerRequest(
  context: { readonly cwd: string },
  args: ParsedArguments,
): WorkerRequest {
  if (!args.flag('stdin'))
    throw new AppError('usage', 'missing --stdin: where the jobs come from', {
      hint: 'see "paralign worker --help"',
    });
  const read = (own: ParsedArguments): ReturnType<WorkerRequest['settings']> => ({
    settings: readFileSettings(context, own),
    writeOptions: { pairsOnly: own.flag('pairs-only') },
  });
  const shared = read(args);
  return {
    model: readModelChoice(args),
    lanes: args.number('jobs') ?? 1,
    settings: (options) =>
      Object.keys(options).length === 0 ? shared : read(withJobOptions(args, options)),
  };
}
