import { availableParallelism } from 'node:os';
import { AppError } from '../../../errors.js';
import type { JobOrder } from '../../../jobs/job.js';
import type { LineOptions } from '../../../jobs/lines/line-job.js';
import type { QueueAddress } from '../../../jobs/queue/queue-address.js';
import type { ModelChoice } from '../../../pipeline/chosen-model.js';
import { readFileSettings } from '../../arguments/file-settings.js';
import { withJobOptions } from '../../arguments/job-options.js';
import { readModelChoice } from '../../arguments/model-choice.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';
import { readQueue } from '../../arguments/queue-option.js';

interface SharedRequest {
  readonly model: ModelChoice;
  readonly lanes: number;
}

/** The arguments of `paralign worker --stdin`. */
export interface LinesRequest extends SharedRequest {
  readonly from: 'stdin';
  /** What a job with these options of its own is run with. Throws AppError `bad-job`, `usage`. */
  readonly settings: (options: LineOptions) => Pick<JobOrder, 'settings' | 'writeOptions'>;
}

/** The arguments of `paralign worker --queue`. */
export interface ServeRequest extends SharedRequest {
  readonly from: 'queue';
  readonly queue: QueueAddress;
}

/** Reads the arguments of `paralign worker`. Throws AppError `usage`. */
export async function readWorkerRequest(
  context: Parameters<typeof readQueue>[0],
  args: ParsedArguments,
): Promise<LinesRequest | ServeRequest> {
  const model = readModelChoice(args);
  const lanes = args.number('jobs');
  if (args.flag('stdin')) {
    if (args.text('queue') !== undefined)
      throw new AppError('usage', '--stdin and --queue: jobs come from one of the two');
    return { from: 'stdin', model, lanes: lanes ?? 1, settings: lineSettings(context, args) };
  }
  const queue = await readQueue(context, args);
  if (queue === undefined)
    throw new AppError('usage', 'missing --stdin or --queue URL: where the jobs come from', {
      hint: 'see "paralign worker --help"',
    });
  return { from: 'queue', model, lanes: lanes ?? availableParallelism(), queue };
}

function lineSettings(
  context: { readonly cwd: string },
  args: ParsedArguments,
): LinesRequest['settings'] {
  const read = (own: ParsedArguments): ReturnType<LinesRequest['settings']> => ({
    settings: readFileSettings(context, own),
    writeOptions: { pairsOnly: own.flag('pairs-only') },
  });
  const shared = read(args);
  return (options) =>
    Object.keys(options).length === 0 ? shared : read(withJobOptions(args, options));
}
