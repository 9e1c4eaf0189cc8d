/** Messages between a batch and its workers. */
import type { ModelChoice } from '../pipeline/chosen-model.js';
import type { TextInput } from '../pipeline/source-input.js';
import type { JobError, JobOrder, JobResult } from './job.js';

/** Started with it, a worker ignores SIGTERM. */
export const drainsArgument = 'drains';

/** From the batch to a worker. */
export type WorkerOrder =
  | { readonly kind: 'load'; readonly model: ModelChoice }
  | { readonly kind: 'run'; readonly order: JobOrder }
  | { readonly kind: 'answer'; readonly order: JobOrder; readonly texts: readonly TextInput[] };

/** From a worker to the batch; `begun` confirms that a job has arrived and is followed by `ended`. */
export type WorkerAnswer =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'not-loaded'; readonly error: JobError }
  | { readonly kind: 'begun' }
  | { readonly kind: 'ended'; readonly result: JobResult }
  | { readonly kind: 'answered'; readonly answer: JobAnswer };

/** What became of a job whose output is handed back instead of written. */
export interface JobAnswer {
  readonly result: JobResult;
  /** The output; empty if the job failed. */
  readonly output: string;
}
