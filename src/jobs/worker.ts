/** The process that runs jobs for `batch --jobs N`: it loads the model once and keeps it. */
import workerpool from 'workerpool';
import type { Embedder } from '../domain.js';
import type { JobOrder, JobResult } from './job.js';
import { failure, runJob } from './run-job.js';
import { loadChosenModel } from '../pipeline/chosen-model.js';

// Ctrl+C reaches the whole process group; the program itself decides when its workers end.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => process.exit(143));

let embedder: Promise<Embedder> | undefined;

workerpool.worker({
  async run(order: JobOrder): Promise<JobResult> {
    embedder ??= loadChosenModel(order.model);
    try {
      return await runJob(order, await embedder);
    } catch (error) {
      return failure(order.job.id, error);
    }
  },
});
